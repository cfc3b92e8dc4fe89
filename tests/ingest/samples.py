"""The report that the tests read in every format, and how to write it in them."""
# ruff: noqa: E501

import io

TITLE = "اتفاق على وقف إطلاق النار في ريف حلب"
PARAGRAPHS = [
    "أعلنت وزارة الدفاع التركية، اليوم الاثنين، التوصل إلى اتفاق لوقف إطلاق النار في ريف حلب الشمالي "
    "بعد اشتباكات استمرت ثلاثة أيام بين فصائل الجيش الوطني السوري وقوات سوريا الديمقراطية.",
    "وقال المتحدث باسم الوزارة إن 12 مقاتلاً قتلوا خلال الاشتباكات، مضيفاً أن الاتفاق يدخل حيز التنفيذ "
    "في 14 كانون الأول 2022.",
    "ونفت مصادر محلية أي انسحاب من مدينة منبج.",
    'وكانت قوات سوريا الديمقراطية "قسد" قد أعلنت الأسبوع الماضي استعدادها للتفاوض مع جميع الأطراف، '
    "وفق ما نقلت وكالة الأنباء الألمانية عن مصدر مطلع في المنطقة.",
]
REPORT = "\n\n".join([TITLE, *PARAGRAPHS])

MENU = '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li></ul></nav>'
RELATED = (
    '<li><a href="/1">غارة جوية على مواقع في دير الزور</a></li>'
    '<li><a href="/2">وفد أميركي يزور القامشلي</a></li><li><a href="/3">مظاهرات في السويداء</a></li>'
)
LINKED_DATA = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-12-12T10:30:00+03:00",'
    '"author": {"name": "أحمد العلي"}, "publisher": {"name": "بردى بوست"}}</script>'
)
META = (
    '<meta property="og:site_name" content="بردى بوست"><meta name="author" content="أحمد العلي">'
    '<meta property="article:published_time" content="2022-12-12T10:30:00+00:00">'
    '<link rel="canonical" href="https://barada.example/news/123">'
)


def write_blog_page() -> str:
    """A page as most publishing systems make it, with everything around the report."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE} - بردى بوست</title>'
        f'{META}</head><body><header>{MENU}</header><main><article><h1>{TITLE}</h1><div class="share-bar">'
        f'<a>فيسبوك</a><span>شارك</span></div><div class="entry-content"><p>{PARAGRAPHS[0]}</p>'
        f'<p>اقرأ أيضاً: <a href="/x">قصف على ريف إدلب</a></p>{paragraphs}</div>'
        f'<div class="related"><h3>مقالات ذات صلة</h3><ul>{RELATED}</ul></div></article><section id="comments">'
        "<h3>التعليقات</h3><p>أبو محمد: خبر جميل شكرا لكم على هذا الموقع الرائع والأخبار المميزة دائما.</p></section>"
        f"</main><aside><h3>الأكثر قراءة</h3><ul>{RELATED}</ul></aside><footer>جميع الحقوق محفوظة</footer></body></html>"
    )


def write_table_page() -> str:
    """An old page: a table, line breaks for paragraphs, the charset in `http-equiv`."""
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
        f"<title>{TITLE}</title></head><body dir=rtl><table><tr><td>{MENU}</td></tr><tr><td><h1>{TITLE}</h1>"
        f'<div class="body">{"<br><br>".join(PARAGRAPHS)}</div><div>مواضيع ذات صلة</div><ul>{RELATED}</ul>'
        "</td></tr></table></body></html>"
    )


def write_division_page() -> str:
    """A page of divisions that repeats its title and states its date in linked data only."""
    paragraphs = "".join(f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>{TITLE}</title>{LINKED_DATA}</head><body>{MENU}<div id=content>"
        f"<h1>{TITLE}</h1><div>{TITLE}</div><div>{paragraphs}</div><div class=tags>الوسوم <a>قسد</a></div>"
        f"<h4>اقرأ أيضا</h4>{RELATED}</div></body></html>"
    )


def write_inline_page() -> str:
    """The blog page with a list of related articles in the middle of the report."""
    box = f'<div class="box"><h4>مقالات ذات صلة</h4><ul>{RELATED}</ul></div>'
    return write_blog_page().replace(f"<p>{PARAGRAPHS[2]}</p>", f"{box}<p>{PARAGRAPHS[2]}</p>")


def write_docx(paragraphs: list[str], *, heading: str | None = None, cells: list[str] | None = None) -> bytes:
    """A Word file of `paragraphs`, under a heading, with a table of one row in the end."""
    from docx import Document

    document = Document()
    if heading:
        document.add_heading(heading, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
