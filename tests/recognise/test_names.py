"""Names: known ones under every alias and with every particle; common nouns are never names."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rawi.knowledge import Knowledge, load_knowledge
from rawi.recognise import Node, Scene, recognise, resolve

# text | [the words found] | id in the packs
KNOWN = """
انسحبت [قسد] من منبج. | sdf
انسحبت [قوات سوريا الديمقراطية] من منبج. | sdf
اتفقت تركيا مع «[قسد]» على الانسحاب. | sdf
قال إن لـ"[قسد]" حضورا في الحسكة. | sdf
و[قسد] انسحبت من منبج. | sdf
بحسب [هيئة تحرير الشام] | hts
وب[هيئة تحرير الشام] | hts
ل[هيئة تحرير الشام] مقاتلون. | hts
هاجم [تنظيم داعش] القرية. | isis
[تنظيم "الدولة الإسلامية"] هاجم القرية. | isis
[جبهة "النصرة"] سابقا. | nusra-front
وب[حزب الله] | hezbollah
وقعت [فتح] وحماس الاتفاق. | fatah
وقعت حماس و[فتح] في القاهرة اتفاقا. | fatah
[أنصار الله] في صنعاء | houthis
[الحوثيون] في صنعاء | houthis
[ميليشيا الحوثي] في صنعاء | houthis
ب[قوات الدعم السريع] | rsf
[الجيش الوطني الليبي] بقيادة حفتر | lna
الجيش الوطني الليبي بقيادة [حفتر] | khalifa-haftar
[خليفة حفتر] | khalifa-haftar
[رجب طيب أردوغان] | recep-tayyip-erdogan
و[أردوغان] | recep-tayyip-erdogan
[بشار الأسد] | bashar-al-assad
[بَشّار الأَسَد] | bashar-al-assad
[بشـــار الأسد] | bashar-al-assad
[ﺑﺸﺎﺭ ﺍﻷﺳﺪ] | bashar-al-assad
ل[ليبيا] دور | libya
ل[لبنان] دور | lebanon
ب[لبنان] | lebanon
و[لبنان] | lebanon
ب[الأمم المتحدة] | un
[مجلس الأمن الدولي] | unsc
[مجلس الأمن] | unsc
[حركة فتح] | fatah
[حركة أمل] | amal
[حركة النهضة] | ennahda
[حزب الدعوة] | dawa-party
[الحشد الشعبي] | pmf
[كتائب حزب الله] | kataib-hezbollah
"""

COMMON = """
المدينة كبيرة
دخل المدينة صباحا
فتح الطريق
فتح معبرا جديدا
أمل
على أمل العودة
فتح جبهة جديدة
حزب سياسي جديد
حركة المرور
حشد كبير من الناس
النهضة العمرانية
الدعوة إلى الحوار
الإصلاح الاقتصادي
درع واقية
نور الشمس
عيد الاستقلال
قوات كبيرة
جيش جرار
فجر اليوم
مستقبل البلاد
الشعب يريد
رياح الشمال
كتائب من الجراد
وحدة الصف
لواء في الاحتياط
!a word that is a name too, behind ب! عمل بحماس كبير
!an event word behind a head of bodies! حركة السفر
!an event word behind a head of bodies! تنظيم الحفل
!an event word behind a head of bodies! تنظيم الوقت
!an event word behind a head of bodies! جبهة القتال
!an event word behind a head of bodies! مجلس العزاء
!forces that nothing names are taken for those of one state! دخلت القوات مدينة منبج.
!a police that nothing names is taken for that of one state! أعلنت الشرطة حملة أمنية في الطارمية.
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def nodes_of(text: str, knowledge: Knowledge) -> list[Node]:
    scene = Scene(text, knowledge, None, None)
    recognise(scene)
    resolve(scene)
    return scene.nodes


def rows(table: str) -> list[object]:
    found = []
    for line in table.strip().splitlines():
        marks = []
        if line.startswith("!"):
            _, reason, line = line.split("!", 2)
            marks = [pytest.mark.xfail(reason=reason)]
        found.append(pytest.param(*(part.strip() for part in line.split("|")), marks=marks))
    return found


@pytest.mark.parametrize(("marked", "id_"), rows(KNOWN))
def test_known_names(knowledge: Knowledge, marked: str, id_: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = [
        (node.entity or node.state, node.start, node.end)
        for node in nodes_of(text, knowledge)
        if node.kind != "place"
    ]
    assert (id_, start, end) in found


@pytest.mark.parametrize("text", rows(COMMON))
def test_common_nouns_are_no_names(knowledge: Knowledge, text: str) -> None:
    named = [
        (node.kind, text[node.start : node.end], node.entity)
        for node in nodes_of(text, knowledge)
        if node.kind in ("actor", "person", "outlet") and (node.entity or node.name)
    ]
    assert named == []


def test_name_that_follows_a_head_keeps_its_head(knowledge: Knowledge) -> None:
    text = "سيطرت جبهة العمل الواسعة على القرية."
    assert "جبهة العمل الواسعة" in [text[node.start : node.end] for node in nodes_of(text, knowledge)]


@pytest.mark.parametrize("quotes", ["«»", "“”", '""', "''", "()"])
def test_quotes_are_no_part_of_a_name_they_enclose(knowledge: Knowledge, quotes: str) -> None:
    text = f"انسحبت {quotes[0]}قوات سوريا الديمقراطية{quotes[1]} من منبج."
    nodes = [node for node in nodes_of(text, knowledge) if node.entity == "sdf"]
    assert [text[node.start : node.end] for node in nodes] == ["قوات سوريا الديمقراطية"]


def test_no_two_nodes_share_a_word(knowledge: Knowledge) -> None:
    text = "قال القائد العام لقوات سوريا الديمقراطية مظلوم عبدي إن الجيش الوطني السوري هاجم مدينة عين عيسى."
    nodes = nodes_of(text, knowledge)
    assert all(first.end <= second.start for first, second in pairwise(nodes))
