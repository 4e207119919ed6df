from pathlib import Path

import pytest

from studyapp.model import Problem, StudyappError
from studyapp.reading import KINDS, find, left_out, read, read_bytes

TEXT = "Gout\n\nTophi (Knötchen) hurt.\nThey may ulcerate.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "with a mark", "utf-16", "utf-16 big end first", "crlf", "cr"],
)
def test_one_text_in_many_forms(data: bytes) -> None:
    reading = read_bytes(data, "gout.txt", "gout.txt")
    assert reading.problems == ()
    assert reading.document.lines == tuple(TEXT.split("\n"))
    assert [p.text for p in reading.document.passages] == [
        "Tophi (Knötchen) hurt.",
        "They may ulcerate.",
    ]


def test_windows_1252_is_read_and_named() -> None:
    data = TEXT.encode("cp1252").replace(b"\n", b"\r\n")
    reading = read_bytes(data, "gout.txt", "notes/gout.txt")
    assert reading.document.lines == tuple(TEXT.split("\n"))
    assert reading.problems == (
        Problem(
            "notes/gout.txt:3",
            "The file is not UTF-8; it was read as Windows-1252.",
            "If letters look wrong, save it as UTF-8.",
        ),
    )


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_document(data: bytes) -> None:
    with pytest.raises(StudyappError) as caught:
        read_bytes(data, "gout.txt", "notes/gout.txt")
    assert str(caught.value) == (
        "notes/gout.txt: The document is empty. Give a document with text in it."
    )


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
def test_a_binary_file(data: bytes) -> None:
    with pytest.raises(StudyappError) as caught:
        read_bytes(data, "gout.txt", "notes/gout.txt")
    assert str(caught.value) == (
        "notes/gout.txt: This is not a text file. Save it as plain text (.txt) or Markdown (.md)."
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.doc", "Old Word files are not read. Save the document as PDF, Word (.docx) or HTML."),
        ("a.RTF", "RTF files are not read. Save the document as PDF, Word (.docx) or HTML."),
        ("a.xyz", "This kind of file is not known. Documents end in .txt"),
        ("README", "This kind of file is not known. Documents end in .txt"),
    ],
)
def test_a_kind_of_file_that_cannot_be_read(tmp_path: Path, name: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT)
    with pytest.raises(StudyappError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_a_folder_named_like_a_document_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "gout.txt"
    path.mkdir()
    with pytest.raises(StudyappError) as caught:
        read(path)
    assert str(caught.value) == (
        f"{path}: The document cannot be read: Is a directory. Check its permissions."
    )


def test_the_source_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "gout.txt"
    path.write_bytes(b"Gout\n\nIt hurts.\n")
    source = read(path).document.source
    assert (source.id, source.title) == ("gout.txt", "Gout")
    assert source.sha256 == "a02ad8909bdfa7d74937435d8c27fa88989fd3ff193083a29202fc22c99c9e1b"


def test_a_file_without_headings_is_named_by_its_name() -> None:
    document = read_bytes(b"It hurts.\nIt comes at night.\n", "my gout.txt", "").document
    assert document.source.title == "my gout"


def test_documents_are_found_in_folders_in_name_order(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    for path in ("b.txt", "inner/a.md", "c.markdown", "d.pdf", "f.html", ".hidden.txt", "e.TXT"):
        (tmp_path / path).write_text(TEXT)
    found = find([tmp_path, tmp_path / "b.txt"])
    assert [path.name for path in found] == [
        "a.md",
        "b.txt",
        "c.markdown",
        "d.pdf",
        "e.TXT",
        "f.html",
    ]
    assert find([tmp_path / "b.txt", inner]) == find([inner, tmp_path / "b.txt"])


def test_a_named_document_of_another_kind_is_left_to_read(tmp_path: Path) -> None:
    path = tmp_path / "d.pdf"
    path.write_text(TEXT)
    assert find([path]) == (path,)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StudyappError) as caught:
        find([tmp_path / "none.txt"])
    assert str(caught.value) == (
        f"{tmp_path / 'none.txt'}: There is no such document. Check the path."
    )


def test_a_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()
    with pytest.raises(StudyappError) as caught:
        find([tmp_path])
    assert str(caught.value) == (
        f"{tmp_path}: The folder holds no documents. Documents end in {', '.join(KINDS)}."
    )


def test_two_documents_of_one_name(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "gout.txt").write_text(TEXT)
    with pytest.raises(StudyappError) as caught:
        find([tmp_path])
    assert str(caught.value) == (
        f"{tmp_path / 'two' / 'gout.txt'}: Another document is called gout.txt too."
        " Rename one of them."
    )


def test_one_document_named_twice_is_one(tmp_path: Path) -> None:
    path = tmp_path / "gout.txt"
    path.write_text(TEXT)
    assert find([path, path]) == (path,)


DECK = '---\nformat = 1\ndeck = "0123"\ntitle = "Gout"\n---\n'


def test_a_deck_in_the_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "deck.md").write_text(DECK)
    (tmp_path / "gout.md").write_text(TEXT)
    assert [path.name for path in find([tmp_path])] == ["gout.md"]


def test_a_deck_given_as_a_document_is_refused() -> None:
    with pytest.raises(StudyappError, match="deck of cards, not a document"):
        read_bytes(DECK.encode(), "deck.md", "deck.md")


def test_files_of_other_kinds_in_a_folder_are_named(tmp_path: Path) -> None:
    for name in ("gout.txt", "b.rtf", "a.odt", "photo.png"):
        (tmp_path / name).write_text(TEXT)
    (problem,) = left_out([tmp_path, tmp_path / "gout.txt"])
    assert problem.where == str(tmp_path)
    assert "OpenDocument and RTF files are not read: a.odt, b.rtf." in problem.message
