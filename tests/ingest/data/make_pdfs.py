"""Makes the PDF files beside it, from the path of NotoNaskhArabic-Regular.ttf.

Run by hand only, with fpdf2 and uharfbuzz, which are no dependencies of Rawi. The embedded font is
under the SIL Open Font License.
"""

import datetime
import sys
from pathlib import Path

from fpdf import FPDF

TITLE = "اتفاق على وقف إطلاق النار في ريف حلب"
PARAGRAPHS = [
    "أعلنت وزارة الدفاع التركية، اليوم الاثنين، التوصل إلى اتفاق لوقف إطلاق النار في ريف حلب الشمالي "
    "بعد اشتباكات استمرت ثلاثة أيام بين فصائل الجيش الوطني السوري وقوات سوريا الديمقراطية.",
    "وقال المتحدث باسم الوزارة إن 12 مقاتلاً قتلوا خلال الاشتباكات، مضيفاً أن الاتفاق يدخل حيز التنفيذ "
    "في 14 كانون الأول 2022 (بتوقيت دمشق).",
    "ونفت مصادر محلية لوكالة «الأناضول» أي انسحاب من مدينة منبج.",
]
FOLDER = Path(__file__).parent


def make_report(path: Path, font: str, password: str | None = None) -> None:
    """Writes the report on two pages, behind a password if one is given."""
    pdf = FPDF()
    pdf.set_creation_date(datetime.datetime(2022, 12, 12, tzinfo=datetime.UTC))
    pdf.add_page()
    pdf.add_font("A", fname=font)
    pdf.set_text_shaping(True, direction="rtl")
    if password:
        pdf.set_encryption(owner_password="o", user_password=password)
    pdf.set_font("A", size=18)
    pdf.multi_cell(0, 10, TITLE, align="R")
    pdf.ln(6)
    pdf.set_font("A", size=12)
    for paragraph in PARAGRAPHS:
        pdf.multi_cell(0, 7, paragraph, align="R")
        pdf.ln(5)
    pdf.add_page()
    pdf.multi_cell(0, 7, "وأضافت الوكالة أن الهدوء عاد إلى المنطقة.", align="R")
    pdf.output(str(path))


def make_scan(path: Path) -> None:
    """Writes a page without text."""
    pdf = FPDF()
    pdf.set_creation_date(datetime.datetime(2022, 12, 12, tzinfo=datetime.UTC))
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    pdf.output(str(path))


if __name__ == "__main__":
    make_report(FOLDER / "report.pdf", sys.argv[1])
    make_report(FOLDER / "locked.pdf", sys.argv[1], "secret")
    make_scan(FOLDER / "scanned.pdf")
