"""The rule engine, a short sentence at a time: who, to whom, where, when, how sure, on whose word.

A row is `sentence | expected claim`: type/mode, then a (actor), r (recipient), h (holder), p (place),
t (time), by `+` where several and `-` for none; participants by their id in the packs or their words,
`_` for a space. What a row does not name is not looked at, but modality (m), polarity (n=negated) and
the kinds of the chain of sources (s) are always compared, with asserted, affirmed and none as defaults.
A row that begins with `!reason !` is a known gap of the engine; see them with `pytest -rxX`.
Sentences are invented, published on Wednesday 2021-05-05.
"""

from __future__ import annotations

import pytest

# ruff: noqa: E501
from rawi import Claim, Participant, Reader, Reading
from rawi.ingest import document_from_text

TABLE = """
# Verb, subject, object, and subject before the verb
هاجم تنظيم داعش قوات سوريا الديمقراطية في بلدة الشحيل. | ASSAULT a=isis r=sdf p=الشحيل
القوات التركية انسحبت من نقطة مورك في 20 نيسان/ أبريل 2021. | RETREAT/withdraw a=turkey t=2021-04-20
الطيران الروسي قصف مدينة معرة النعمان الأحد الماضي. | ASSAULT/heavy-weapons a=russia t=2021-05-02
قصفت روسيا بلدة كفر نبل أمس الثلاثاء. | ASSAULT/heavy-weapons a=russia p=كفر_نبل t=2021-05-04
هاجم تنظيم داعش بلدة الشحيل. | ASSAULT a=isis p=الشحيل
قدمت السعودية مساعدات إلى السودان. | AID a=saudi-arabia r=sudan
استعاد الجيش العراقي مدينة الموصل من تنظيم داعش في 2017. | CONTROLS/takes a=iraq-army r=isis p=الموصل t=2017
تسيطر جماعة الحوثي على صنعاء منذ 2014. | CONTROLS/holds a=houthis p=صنعاء t=2014/
انشقت حركة أحرار الشام عن هيئة تحرير الشام في 2017. | SPLIT/secession a=ahrar-al-sham r=hts t=2017
انضم لواء صقور الشام إلى حركة أحرار الشام. | JOINED a=suqour-al-sham r=ahrar-al-sham
!a masculine plural head of a feminine group is read as the object! سلم مقاتلو المعارضة السورية سلاحهم في درعا. | RETREAT/disarm p=درعا
سقطت مدينة الرقة بيد تنظيم داعش. | CONTROLS/takes a=isis p=الرقة

# The doer behind من قبل, in quotes
جُرح ثلاثة مدنيين بعد هجوم من قبل “تنظيم داعش” على بلدة الشحيل. | ASSAULT a=isis p=الشحيل

# What several verbs of a sentence share
وفي درعا هاجم الجيش التركي مقرا، واعتقل تنظيم داعش ثلاثة صحفيين. | COERCE/arrest a=isis r=ثلاثة_صحفيين p=درعا
هاجم تنظيم داعش قوات سوريا الديمقراطية وانسحب من تدمر. | RETREAT/withdraw a=isis p=تدمر
شنت روسيا هجوما على تدمر أمس الثلاثاء. | ASSAULT a=russia p=تدمر t=2021-05-04
قصف الطيران الروسي درعا أمس الثلاثاء. | ASSAULT/heavy-weapons a=russia p=درعا t=2021-05-04
وصل رجب طيب أردوغان إلى أنقرة والتقى فلاديمير بوتين. | CONSULT a=recep-tayyip-erdogan+vladimir-putin
أطلقت حركة حماس أمس الثلاثاء سراح أسير مقابل إفراج إسرائيل عن 30 معتقلا. | RETREAT a=israel t=2021-05-04
التقى رجب طيب أردوغان فلاديمير بوتين في بلدة الشحيل القريبة من الميادين. | CONSULT a=recep-tayyip-erdogan+vladimir-putin p=الشحيل

# Passives
اعتُقل ثلاثة صحفيين في صنعاء يوم الاثنين. | COERCE/arrest a=- r=ثلاثة_صحفيين p=صنعاء t=2021-05-03
قُتل خمسة مدنيين في قصف مدفعي على تعز. | ASSAULT a=- r=خمسة_مدنيين
أصيب 12 شخصا في انفجار وسط بغداد. | ASSAULT a=- r=12_شخصا p=بغداد
تعرضت هيئة تحرير الشام لهجوم في إدلب. | ASSAULT a=- r=hts p=إدلب
تعرضت القوات الأميركية لهجوم صاروخي في دير الزور. | ASSAULT r=usa p=دير_الزور
خُطف ناشط عراقي في البصرة. | ASSAULT/abduct a=- r=ناشط_عراقي p=البصرة

# What is said aside of a name is no party; proposals at a meeting go to the other side; names called by others
التقت قوات سوريا الديمقراطية وهيئة تحرير الشام وهي إحدى الميليشيات والفصائل المسلحة في سوريا، عدة مرات. | CONSULT a=sdf+hts
عُقد اجتماع بين حركة فتح وحركة حماس في القاهرة، وخلال الاجتماع اقترح مسؤولو حركة فتح تشكيل حكومة. | REQUEST a=fatah r=hamas
لا يزال كثير من الإعلاميين يشيرون إلى هيئة تحرير الشام باسم جبهة النصرة. | NAMED/also-known-as a=hts
هاجم تنظيم "الدولة الإسلامية" (داعش) بلدة الشحيل. | ASSAULT a=isis p=الشحيل

# Whom a source accuses is not the source; fighters do not face charges; an accusative is no subject
اتهم مصدر عسكري قوات الدعم السريع بقصف مدينة الفاشر. | ACCUSE/allege a=مصدر_عسكري r=rsf
أعلنت قوات الدعم السريع أمس موافقتها على هدنة إنسانية. | AGREE a=rsf s=organisation
رفض عبد الفتاح البرهان المقترح، وانتقد إشراك السعودية وسيطا. | ACCUSE/disapprove a=abdel-fattah-al-burhan

# Denials of one's own deed are negated claims on the word of whoever denies
نفى تنظيم داعش مسؤوليته عن الهجوم على بغداد. | ASSAULT a=isis p=بغداد n=negated s=organisation
نفى جيش الإسلام مسؤوليته عن اختطاف ناشط في دوما. | ASSAULT/abduct a=jaysh-al-islam r=ناشط p=دوما n=negated s=organisation
نفت قوات سوريا الديمقراطية علاقتها بالهجوم على عفرين. | ASSAULT a=sdf p=عفرين n=negated s=organisation
نفى الجيش السوداني قصف سوق في نيالا. | ASSAULT/heavy-weapons a=saf p=نيالا n=negated s=organisation

# Numbers alone are victims; what describes an attack did not make it; nobody means nobody
قُتل خمسة وجُرح ثلاثة أمس بانفجار سيارة مفخخة في عدن. | ASSAULT a=- r=خمسة p=عدن t=2021-05-04
قتل مدني بهجوم مسلح على حاجز للجيش في السويداء. | ASSAULT a=- r=مدني p=السويداء
ووفقا لمصادر "المرصد السوري لحقوق الإنسان"، تمكن المقاتلون المحليون من قتل أحد المهاجمين. | ASSAULT a=المقاتلون_المحليون r=أحد_المهاجمين s=unnamed
نقل مراسل الجزيرة عن مصادر طبية أن خمسة مدنيين قتلوا في غارة على صنعاء. | ASSAULT/aerial a=- r=خمسة_مدنيين p=صنعاء s=own_correspondent+unnamed

# Victims and what they fell to are one event; the doer stands behind ل, على يد, بنيران
قُتل خمسة مدنيين في قصف مدفعي لقوات النظام على بلدة سرمين. | ASSAULT/heavy-weapons a=syria-government-assad r=خمسة_مدنيين p=سرمين
قُتل خمسة جنود على يد تنظيم داعش في ريف حمص. | ASSAULT a=isis r=خمسة_جنود p=حمص
7 قتلى و71 جريحا في هجوم للدعم السريع على الفاشر | ASSAULT a=rsf r=7_قتلى+71_جريحا p=الفاشر
غارة إسرائيلية تستهدف سيارة جنوبي لبنان | ASSAULT/aerial a=israel p=جنوبي_لبنان
نفذ الطيران الحربي الروسي غارات جوية استهدفت محيط بلدة كنصفرة. | ASSAULT/aerial a=russia p=كنصفرة
شنت مقاتلات التحالف غارات على مواقع للحوثيين في الحديدة. | ASSAULT/aerial r=houthis p=الحديدة
مقتل قيادي في حزب الله بغارة إسرائيلية جنوبي لبنان | ASSAULT a=israel r=قيادي_في_حزب_الله
قُتل 25 شخصا بغارات سورية وروسية على شمال غرب البلاد. | ASSAULT/aerial a=syria+russia p=شمال_غرب_البلاد
اقتحم محتجون مبنى مجلس النواب الليبي في طبرق. | PROTEST/riot a=محتجون r=libya-hor p=طبرق
تظاهر العشرات وسط مدينة السويداء. | PROTEST/demo a=العشرات p=السويداء
شهدت مدينة البصرة احتجاجات على انقطاع الكهرباء. | PROTEST p=البصرة
دخلت فصائل المعارضة مدينة حماة. | MOBILIZE p=حماة
هاجم مسلحون دورية للشرطة في كركوك. | ASSAULT a=مسلحون p=كركوك
جرت مباحثات بين وفدي قسد والحكومة السورية في دمشق. | CONSULT a=sdf+syria-government-assad p=دمشق

# Calls, renamings, offices, heads before a known name
تلقى رئيس الوزراء العراقي اتصالا هاتفيا من وزير الخارجية التركي. | CONSULT/phone
استضافت جدة محادثات بين الجيش السوداني وقوات الدعم السريع. | CONSULT a=saf+rsf p=جدة
كشف مصدر مطلع عن لقاء سري بين قيادات في حزب الله وقيادات في قسد في بغداد. | CONSULT a=hezbollah+sdf p=بغداد s=unnamed
غيرت جبهة النصرة اسمها إلى جبهة فتح الشام. | NAMED/renamed a=nusra-front
انفصلت كتيبة صقور الجبل عن لواء الفتح. | SPLIT/secession a=suqour-al-jabal r=لواء_الفتح
تولى اللواء عبد الفتاح البرهان رئاسة مجلس السيادة. | POST/appointed a=abdel-fattah-al-burhan
هدد قائد الجيش الإيراني بالرد على أي اعتداء. | THREATEN a=قائد_الجيش_الإيراني

# Both sides by their adjectives, what is refused, who does it behind a pronoun, lost towns
اتفق الطرفان السعودي والإيراني على استئناف العلاقات الدبلوماسية. | AGREE a=saudi-arabia+iran
أصيب ثلاثة عناصر من الأمن العام إثر استهدافهم من قبل مسلحين مجهولين غرب درعا. | ASSAULT a=مسلحين_مجهولين
كشف موقع عنب بلدي أن أنقرة تجري محادثات مع قسد في بغداد. | CONSULT a=turkey+sdf p=بغداد s=outlet
خسرت قوات الدعم السريع مدينة سنجة. | CONTROLS/loses a=rsf p=سنجة
منحت السعودية الحكومة اليمنية 500 مليون دولار. | AID a=saudi-arabia r=yemen-government
هاجم مئات المستوطنين قرية المغير شرق رام الله وأحرقوا منازل. | ASSAULT/destroy a=مئات_المستوطنين

# Each of two; the names of operations; lists behind a preposition
شكرت إيران كلا من قطر وتركيا. | SUPPORT a=iran r=qatar+turkey
التقى كل من أحمد الشرع ومظلوم عبدي في دمشق. | CONSULT a=ahmad-al-sharaa+mazloum-abdi p=دمشق

# Headlines on the word of whoever stands before the colon; questions
المرصد السوري: مقتل أربعة عناصر من قوات النظام بهجوم لداعش في بادية تدمر | ASSAULT a=isis s=organisation
مصادر: انسحاب القوات الروسية من قاعدة القامشلي | RETREAT/withdraw a=russia s=unnamed
هل التقى أحمد الشرع بنيامين نتنياهو في واشنطن؟ | CONSULT m=possible

# Places of everyday reports; what belongs to a party means the party
وقعت غارة جوية على منزل في مخيم النصيرات وسط قطاع غزة. | ASSAULT/aerial p=النصيرات
دارت اشتباكات على محاور ريف حلب الغربي. | ASSAULT/sideAB p=ريف_حلب
شن الحوثيون هجوما على مواقع الجيش اليمني في مديرية مقبنة غربي تعز. | ASSAULT a=houthis r=yemen-army p=مقبنة
تسلمت الشرطة العسكرية معابر رفح وكرم أبو سالم من حركة حماس. | RETREAT p=رفح+كرم_أبو_سالم

# Found by a reader's eye: counterparts, seats of posts, leaders who meet, chains without commas, villages
التقى وزير الخارجية التركي نظيره الروسي في موسكو أمس الثلاثاء. | CONSULT a=وزير_الخارجية_التركي+نظيره_الروسي p=موسكو t=2021-05-04
عقد قادة هيئة تحرير الشام وحركة أحرار الشام اجتماعا في بلدة سرمدا. | CONSULT a=hts+ahrar-al-sham p=سرمدا
أفادت وكالة رويترز نقلا عن مصدر أمني بمقتل 12 جنديا في هجوم لتنظيم داعش قرب تدمر. | ASSAULT a=isis p=تدمر s=outlet+unnamed
سيطرت ما يسمى حكومة الإنقاذ على بلدة كفرنبل. | CONTROLS/takes a=salvation-government p=كفرنبل
سيطر الجيش الوطني السوري على بلدة كفرزينا. | CONTROLS/takes a=sna p=بلدة_كفرزينا

# Conditions behind لم, relations taken up again, attacks repelled
استأنفت السعودية وإيران علاقاتهما الدبلوماسية. | COOPERATE a=saudi-arabia+iran
أحبط الجيش العراقي هجوما لتنظيم داعش في ديالى. | ASSAULT a=isis r=iraq-army p=ديالى

# A country is a place behind في, and where a movement begins or ends
قتل جنديان في سوريا. | ASSAULT p=سوريا
انسحبت القوات الأمريكية من العراق. | RETREAT/withdraw a=usa p=العراق

# Verbal nouns and light verbs
جرى اعتقال عشرة ناشطين في الناصرية. | COERCE/arrest a=- r=عشرة_ناشطين p=الناصرية
تم الإفراج عن خمسة أسرى في مأرب. | RETREAT/release a=- r=خمسة_أسرى p=مأرب
عُقد اجتماع بين روسيا وتركيا في سوتشي. | CONSULT a=russia+turkey r=- p=سوتشي
شن الجيش الوطني الليبي هجوما على مدينة سرت. | ASSAULT p=سرت
نفذت الولايات المتحدة ضربة جوية على كتائب حزب الله في البوكمال. | ASSAULT a=usa r=kataib-hezbollah p=البوكمال
اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في الخرطوم. | ASSAULT/sideAB a=saf+rsf r=- p=الخرطوم
أجرى وزير الخارجية المصري سامح شكري محادثات مع وزيرة الخارجية السودانية مريم الصادق المهدي. | CONSULT a=sameh-shoukry+mariam-al-mahdi
تبادلت الحكومة اليمنية وجماعة الحوثي 15 أسيرا في تعز. | RETREAT/release a=yemen-government+houthis r=-
تأسست الجبهة الوطنية للتحرير في 28 أيار 2018. | FORMED/founding a=nlf t=2018-05-28

# Retellings of evacuations: who travels in a convoy leaves; where it is headed; who returns to base or has to leave
غادرت الدفعة الأولى من مقاتلي جبهة النصرة مدينة درعا. | RETREAT/withdraw a=nusra-front p=درعا
غادرت 15 حافلة تحمل 600 شخص من مسلحي جيش الإسلام مدينة دوما، متوجهة إلى جرابلس. | RETREAT/withdraw a=jaysh-al-islam p=دوما+جرابلس
وصلت تعزيزات عسكرية من دمشق إلى درعا. | MOBILIZE p=دمشق+درعا
نقلت حافلات نحو 200 من مسلحي جيش الإسلام إلى إدلب. | RETREAT/withdraw a=jaysh-al-islam p=إدلب
بدأ مقاتلو أحرار الشام بمغادرة مدينة حرستا. | RETREAT/withdraw a=ahrar-al-sham p=حرستا
أكد فلاديمير بوتين أن على القوات الأجنبية مغادرة ليبيا والعودة إلى قواعدها. | RETREAT/withdraw a=القوات p=ليبيا m=requested s=named_person

# Captives freed, told by arrival, by a relative clause and by what a deal covers
وصلت إلى مأرب طائرة على متنها 30 أسيرا. | RETREAT/release a=- r=30_أسيرا p=مأرب
أحصى مراسلنا 50 معتقلا أُطلق سراحهم. | RETREAT/release a=- r=50_معتقلا s=own_correspondent
بدأت عملية تبادل تشمل 200 أسير بين روسيا وأوكرانيا. | RETREAT/release a=russia+ukraine
تبادل أسرى بين روسيا وأوكرانيا | RETREAT/release a=russia+ukraine

# Places and material that change hands
سقوط مدينة الموصل بيد تنظيم داعش | CONTROLS/takes a=isis p=الموصل
نفت قوات الدعم السريع خسارة القصر. | CONTROLS/loses a=rsf p=القصر n=negated s=organisation
استعاد الجيش السوداني القصر الجمهوري. | CONTROLS/takes a=saf p=القصر_الجمهوري
دمر الجيش السوداني آليات لقوات الدعم السريع واستولى على أسلحتها. | COERCE/seize a=saf r=rsf

# Protest by what protesters do; who announces a sit-in has begun it
أزاح أنصار مقتدى الصدر الحواجز ثم دخلوا مبنى البرلمان ونصبوا خياما. | PROTEST/demo a=sadrist-movement
أعلن المتظاهرون اعتصاما مفتوحا في ساحة التحرير. | PROTEST/demo a=المتظاهرون p=ساحة_التحرير

# Agreements and calls in other words
وقعت حركة فتح و«حركة حماس» اتفاقا في القاهرة. | AGREE a=fatah+hamas p=القاهرة
قال سيرغي لافروف إن بلاده تريد هدنة في السودان. | RETREAT/ceasefire h=sergei-lavrov p=السودان m=requested s=named_person
دعا أنطونيو غوتيريش إلى عقد مؤتمر سلام. | CONSULT a=- h=antonio-guterres m=requested
اتفقت حركة فتح وحركة حماس على إقامة حكومة وحدة. | FORMED/founding a=- r=fatah+hamas m=planned

# What did not happen
نفى الجيش السوداني انسحابه من مدينة ود مدني. | RETREAT/withdraw a=saf p=ود_مدني n=negated s=organisation
لم تنسحب قوات الدعم السريع من ود مدني. | RETREAT/withdraw a=rsf p=ود_مدني n=negated
نفت حركة حماس أن تكون قد اعتقلت ناشطين في غزة. | COERCE/arrest r=ناشطين p=غزة n=negated s=organisation
نفت قوات الدعم السريع قصف مدينة الفاشر. | ASSAULT/heavy-weapons a=rsf p=الفاشر n=negated s=organisation
لم يقصف الطيران السوري مدينة إدلب. | ASSAULT/heavy-weapons n=negated

# Chains of sources, nearest to the publisher first
قالت مصادر محلية إن جماعة الحوثي اعتقلت عشرة مدنيين في إب. | COERCE/arrest a=houthis r=عشرة_مدنيين p=إب s=unnamed
قالت وكالة رويترز نقلا عن مصادر أمنية إن تنظيم داعش هاجم حاجزا في ديالى. | ASSAULT a=isis p=ديالى s=outlet+unnamed
نقلت قناة العربية عن مصدر عسكري أن قوات الدعم السريع انسحبت من الجنينة. | RETREAT/withdraw a=rsf p=الجنينة s=outlet+unnamed
أكدت صحيفة الشرق الأوسط، نقلا عن مصدر مطلع، أن روسيا سحبت قواتها من السويداء. | RETREAT/withdraw a=russia p=السويداء s=outlet+unnamed
بحسب وكالة سانا، قصفت إسرائيل مطار دمشق. | ASSAULT/heavy-weapons a=israel s=outlet
ذكر المرصد السوري لحقوق الإنسان أن القوات التركية قصفت تل رفعت. | ASSAULT/heavy-weapons a=turkey s=organisation
قال وزير الدفاع التركي خلوصي أكار إن القوات التركية دخلت مدينة عفرين. | MOBILIZE a=turkey p=عفرين s=named_person
أعلنت وزارة الدفاع الروسية أن قواتها دمرت مقرا في إدلب. | ASSAULT/destroy p=إدلب s=organisation
!a page on a social network gives no link! قالت صفحات على موقع فيسبوك إن الشرطة اعتقلت ناشطا في الحسكة. | COERCE/arrest s=social_media

# Demands, proposals, plans, threats
طالبت الحكومة اليمنية جماعة الحوثي بالانسحاب من الحديدة. | REQUEST a=yemen-government r=houthis
طالبت الحكومة اليمنية جماعة الحوثي بالانسحاب من الحديدة. | RETREAT/withdraw a=houthis h=yemen-government p=الحديدة m=requested
طلبت بغداد من أنقرة سحب قواتها من بعشيقة. | RETREAT/withdraw a=turkey h=iraq p=بعشيقة m=requested
دعت فرنسا إلى وقف إطلاق النار في اليمن. | RETREAT/ceasefire h=france m=requested
دعت الأمم المتحدة جماعة الحوثي إلى الإفراج عن الصحفيين. | RETREAT/release a=houthis r=الصحفيين h=un m=requested
اقترحت روسيا على تركيا الانسحاب من منبج. | RETREAT/withdraw h=russia p=منبج m=proposed
تعتزم الولايات المتحدة سحب قواتها من العراق. | RETREAT/withdraw a=usa m=planned
سيزور الرئيس الفرنسي إيمانويل ماكرون بيروت الأسبوع المقبل. | CONSULT/visit a=emmanuel-macron p=بيروت m=planned t=2021-05-10/2021-05-16
من المتوقع أن تنسحب روسيا من كويرس. | RETREAT/withdraw a=russia p=كويرس m=possible
هددت تركيا بقصف تل رفعت. | THREATEN a=turkey
اتهمت السعودية إيران بتزويد جماعة الحوثي بصواريخ. | ACCUSE/allege a=saudi-arabia r=iran
!what somebody is accused of lacks its accuser as its source! اتهمت السعودية إيران بتزويد جماعة الحوثي بصواريخ. | AID a=iran r=houthis s=organisation
!a condition on the clause does not make the claim conditional! إذا لم تنسحب قوات سوريا الديمقراطية فإن تركيا ستشن هجوما على منبج. | ASSAULT a=turkey p=منبج m=conditional
ربما تنسحب القوات الأميركية من التنف. | RETREAT/withdraw a=usa p=التنف m=possible

# Words that stand for somebody named before
اجتمعت روسيا وتركيا في سوتشي. واتفق الطرفان على تسيير دوريات مشتركة. | AGREE a=russia+turkey
التقى وزير الخارجية السوري فيصل المقداد وزير الخارجية العراقي فؤاد حسين في بغداد. واتفق الوزيران على فتح معبر القائم. | AGREE a=faisal-mekdad+fuad-hussein
سيطرت هيئة تحرير الشام على بلدة دارة عزة. واعتقلت الهيئة عشرة مدنيين. | COERCE/arrest a=hts r=عشرة_مدنيين
أعلنت حركة حماس هدنة. وقالت الحركة إنها اعتقلت عميلا لإسرائيل. | COERCE/arrest a=hamas s=organisation
قال القائد العام لقوات سوريا الديمقراطية مظلوم عبدي إن قواته اعتقلت ناشطا. | COERCE/arrest a=sdf s=named_person

# Posts and names in apposition
انسحبت قوات سوريا الديمقراطية (قسد) من بلدة تل تمر. | NAMED/also-known-as a=sdf
هاجم تنظيم الدولة الإسلامية (داعش) حقل العمر. | NAMED/also-known-as a=isis
قال القائد العام لقوات سوريا الديمقراطية مظلوم عبدي إن قواته اعتقلت ناشطا. | POST/holds a=mazloum-abdi r=sdf
قال مظلوم عبدي، القائد العام لقوات سوريا الديمقراطية، إن قواته اعتقلت ناشطا. | POST/holds a=mazloum-abdi r=sdf
قال المتحدث باسم جماعة الحوثي محمد عبد السلام إن الجماعة أفرجت عن خمسة أسرى. | POST/spokesperson a=mohammed-abdulsalam r=houthis
استقبل الرئيس العراقي برهم صالح في بغداد وزير الخارجية الإيراني محمد جواد ظريف. | CONSULT/visit a=barham-salih+mohammad-javad-zarif p=بغداد
أقال الرئيس التونسي قيس سعيد رئيس الحكومة هشام المشيشي. | POST/dismissed a=hichem-mechichi
!the class that somebody is put in has no actor! صنفت الولايات المتحدة هيئة تحرير الشام منظمة إرهابية. | CLASSIFIED a=hts

# The same words in other clothes
وانسحبت قوات الدعم السريع من الجنينة. | RETREAT/withdraw a=rsf p=الجنينة
فاعتقلت قوات سوريا الديمقراطية ناشطين في الحسكة. | COERCE/arrest a=sdf r=ناشطين p=الحسكة
قالت «هيئة تحرير الشام» إنها أفرجت عن خمسة معتقلين. | RETREAT/release a=hts r=خمسة_معتقلين s=organisation
هاجم "الجيش الوطني السوري" بلدة عين عيسى. | ASSAULT a=sna
قَصَفَتْ قُوَّاتُ النِّظَامِ السُّورِيِّ مَدِينَةَ أَرِيحَا. | ASSAULT/heavy-weapons a=syria-government-assad
قصفـت قـــوات النظام الســوري مدينة أريحا. | ASSAULT/heavy-weapons a=syria-government-assad
ﻗﺼﻔﺖ ﻗﻮﺍﺕ ﺍﻟﻨﻈﺎﻡ ﺍﻟﺴﻮﺭﻱ ﻣﺪﻳﻨﺔ ﺃﺭﻳﺤﺎ. | ASSAULT/heavy-weapons a=syria-government-assad
قصفت&nbsp;قوات النظام السوري&nbsp;مدينة أريحا. | ASSAULT/heavy-weapons a=syria-government-assad

# Frequent sentences that are not read yet
!an act in a group's words is no event: حملة أمنية! شنت قوات الأمن العراقية حملة أمنية ضد تنظيم داعش في الطارمية. | COERCE r=isis p=الطارمية
!an act in a group's words is no event: دوريات مشتركة! سيرت روسيا وتركيا دوريات مشتركة في عين العرب. | COOPERATE a=russia+turkey p=عين_العرب
وقع تفجير انتحاري وسط بغداد. | ASSAULT/suicide-attack a=- r=- p=بغداد
!an event word as the subject blocks the object behind it! أودى الانفجار بحياة عشرة مدنيين في مقديشو. | ASSAULT r=عشرة_مدنيين p=مقديشو
!an event word as the subject blocks the object behind it! أوقعت الغارة عشرة قتلى في سرمين. | ASSAULT p=سرمين
!the present of another verb, تعرض, decides the gender! تعرض الجيش العراقي لهجوم في ديالى. | ASSAULT a=- r=iraq-army p=ديالى
أغلقت السلطات التركية معبر باب الهوى. | COERCE/restrict p=باب_الهوى
انسحبت قوات الجيش الليبي من ترهونة. | RETREAT/withdraw a=libyan-army p=ترهونة
!a militia that a state backs is taken for the state! هاجمت ميليشيا مدعومة من إيران قاعدة عين الأسد. | ASSAULT a=ميليشيا_مدعومة_من_إيران
!the preposition behind a post is taken for a name! دعا الوزير إلى وقف القتال. | REQUEST a=الوزير
!people of a country behind a number are no group! تظاهر آلاف السودانيين في الخرطوم. | PROTEST/demo p=الخرطوم
!the talked-of ceasefire is told as in force! اجتمعت روسيا وتركيا في سوتشي. وبحث الجانبان وقف إطلاق النار. | RETREAT/ceasefire m=proposed
"""


def cases() -> list[object]:
    found = []
    for line in TABLE.strip().splitlines():
        if not line or line.startswith("#"):
            continue
        marks = []
        if line.startswith("!"):
            _, reason, line = line.split("!", 2)
            marks = [pytest.mark.xfail(reason=reason)]
        sentence, _, expected = line.rpartition("|")
        found.append(pytest.param(sentence.strip(), expected.strip(), marks=marks))
    return found


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_sentence(reader: Reader, sentence: str, expected: str) -> None:
    reading = reader.read(document_from_text(sentence, published="2021-05-05"))
    told = [described(claim, reading) for claim in reading.claims]
    assert any(fits(claim, reading, expected) for claim in reading.claims), (
        f"expected {expected}; found {told}"
    )


def fits(claim: Claim, reading: Reading, expected: str) -> bool:
    head, *fields = expected.split()
    type_, _, mode = head.partition("/")
    defaults = {"m": "asserted", "n": "affirmed", "s": "-"}
    wanted = {**defaults, **dict(field.split("=", 1) for field in fields)}
    if claim.type != type_ or (mode and claim.mode != mode):
        return False
    return all(same(claim, reading, key, value.replace("_", " ")) for key, value in wanted.items())


def same(claim: Claim, reading: Reading, key: str, value: str) -> bool:
    items = [] if value == "-" else value.split("+")
    if key in "arh":
        people = {"a": claim.actor, "r": claim.recipient, "h": claim.holder}[key]
        return sorted(name_of(person, reading) for person in people) == sorted(items)
    if key == "p":
        places = [reading.mention_by_id[id_].text for id_ in claim.place]
        return len(places) == len(items) and all(any(item in place for place in places) for item in items)
    if key == "t":
        return (reading.mention_by_id[claim.time].value if claim.time else "-") == value
    if key == "s":
        return [link.kind for link in claim.attribution] == [item.replace(" ", "_") for item in items]
    return value == {"m": claim.modality, "n": claim.polarity}[key]


def name_of(person: Participant, reading: Reading) -> str:
    return person.entity or reading.mention_by_id[person.mention].text


def described(claim: Claim, reading: Reading) -> str:
    people = [
        f"{key}={'+'.join(name_of(person, reading) for person in group) or '-'}"
        for key, group in (("a", claim.actor), ("r", claim.recipient), ("h", claim.holder))
    ]
    places = "+".join(reading.mention_by_id[id_].text for id_ in claim.place) or "-"
    time = reading.mention_by_id[claim.time].value if claim.time else "-"
    chain = "+".join(link.kind for link in claim.attribution) or "-"
    return (
        f"{claim.type}/{claim.mode} {' '.join(people)} p={places} t={time} "
        f"m={claim.modality} n={claim.polarity} s={chain}"
    )
