"""A made-up guide of three pages; the middle one holds every kind of block."""

from __future__ import annotations

from typing import Any

from tpe_guide.guide.codec import encode_page
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import (
    BulletList,
    Callout,
    Claim,
    Heading,
    Page,
    Paragraph,
    Picture,
    Source,
    SourcesDiffer,
    Span,
    Spans,
    Table,
)

BEFORE, RICH, AFTER = "what-steroids-do", "why-steroids-may-not-be-enough", "who-plasma-exchange-helps"


def words(text: str) -> Spans:
    return (Span(text),)


def cited(text: str, facts: str, number: str) -> Spans:
    return (Span(text), Span(number, "cite", facts))


SESSION_LENGTH = SourcesDiffer(
    question="How long is one session?",
    claims=(
        Claim(cited("A news site about MS", "S0-12", "1"), words("1 to 2 hours"), 1, 2),
        Claim(cited("A page for patients", "S3-16", "2"), words("2 to 4 hours"), 2, 4),
        Claim(cited("912 timed sessions", "L-P01", "3"), words("about 2 hours"), 2, 2),
    ),
    advice=(Paragraph(words("All can be right. Veins, body size and machines differ. Keep half a day free. Ask.")),),
    axis_low=0,
    axis_high=4,
    axis_unit="hours",
)
HOW_OFTEN = SourcesDiffer(
    question="How often?",
    claims=(
        Claim(cited("A hospital leaflet", "L-P02", "3"), words("every other day")),
        Claim(cited("A web article", "S3-16", "2"), words("every day")),
    ),
    advice=(Paragraph(words("Ask your unit.")),),
)
RICH_PAGE = Page(
    id=RICH,
    title="Why steroids may not be enough",
    chapter="relapse",
    in_short=(
        cited("Steroids help most relapses, but not all.", "S1-01", "1"),
        words("Plasma exchange is a next step for a severe one."),
        words("It treats this relapse. It does not stop new ones."),
    ),
    minute=(
        Paragraph(
            cited(
                "Steroids calm the immune system. Swelling around the nerves goes down, and most people slowly start "
                "to feel better.",
                "S1-01 S1-02",
                "1, 2",
            )
        ),
        Paragraph(
            (
                Span("In some relapses that is not enough. Proteins called "),
                Span("antibodies", "word", "antibody"),
                Span(
                    " drift in your plasma, the straw-coloured part of your blood. They may go on hurting the cover "
                    "around your nerves. Steroids do "
                ),
                Span("not", "strong"),
                Span(" take them out."),
                Span("3", "cite", "L-P01"),
                Span(" Read more about "),
                Span("who plasma exchange helps", "page", AFTER),
                Span("."),
            )
        ),
        SESSION_LENGTH,
        Callout("say", "What you can say", (Paragraph(words("“My lips tingle.”")),)),
    ),
    full=(
        Heading(3, words("What the studies found")),
        Paragraph(
            cited("Plasma exchange does. A machine takes out your plasma and gives you clean fluid.", "S3-16", "2")
        ),
        BulletList((words("A small trial."), words("A larger one, with people who had had steroids first."))),
        BulletList((words("First this."), words("Then that.")), ordered=True),
        Table(
            header=(words("Question"), words("Steroids"), words("Plasma exchange")),
            rows=(
                (words("How is it given?"), words("Drip or tablets"), cited("Two needles or a line", "S3-16", "2")),
                (words("How long?"), words("3 to 5 days"), words("5 to 7 sessions")),
            ),
        ),
        Picture("settled-blood", "A glass. Straw-coloured plasma above, red cells below.", "Plasma lies on top."),
        HOW_OFTEN,
        Callout(
            "note",
            "Good to know",
            (Paragraph(words("A short paragraph.")), BulletList((words("One thing."), words("Another.")))),
        ),
        Callout("warning", "Call for help at once", (Paragraph(words("If you cannot breathe, call.")),)),
        Heading(2, words("A larger heading")),
        Paragraph(words("It has not been shown to help MS that slowly gets worse.")),
    ),
    action=words("Ask when your steroids should have worked."),
    question="What do we do if they do not?",
    sources=(
        Source(1, "A news site about MS. Article, 2021."),
        Source(2, "A page for patients. Hospital, 2019."),
        Source(3, "Rossi and others. 912 sessions of plasma exchange in one hospital. Journal, 2018."),
    ),
    next_review="2027-11-20",
    reviewed_by="",
)


def plain_page(page_id: str, title: str, paragraphs: int = 3) -> Page:
    return Page(
        id=page_id,
        title=title,
        chapter="relapse",
        in_short=(words("One fact."),),
        minute=tuple(Paragraph(words(f"Paragraph {number}. " + "Some words. " * 30)) for number in range(paragraphs)),
        full=(),
        action=(),
        question="",
        sources=(),
        next_review="2027-11-20",
        reviewed_by="Dr Example",
    )


def make_library() -> Library:
    pages = [plain_page(BEFORE, "What steroids do"), RICH_PAGE, plain_page(AFTER, "Who plasma exchange helps", 12)]
    data: dict[str, Any] = {
        "title": "Sample",
        "language": "en",
        "version": "0a1b2c3d",
        "chapters": [["relapse", "Relapses and steroids", [page.id for page in pages]]],
        "pages": {page.id: encode_page(page) for page in pages},
        "terms": {"antibody": ["antibody", "A protein that fights germs. In MS, some may harm your own nerves."]},
    }
    return Library(data)
