"""Values of parameters: what people write as a date, a number or a text, and what is refused."""

import pytest
from pyoxigraph import Literal

from qontology import InputError
from qontology.knowledge.library import Parameter
from qontology.knowledge.parameters import as_date, as_literal
from qontology.namespaces import XSD

DATES = ["2022", "2022-06", "2022-12-31", "0001-01-01"]
NO_DATES = [
    "2022-06xyz",
    "x2022",
    "2022-13",
    "2022-00",
    "2022-06-32",
    "2022-6",
    "22",
    "2022-06-",
    "２０２２",
    " 2022",
    "",
]


def of_type(kind: str, value: str) -> Literal:
    return as_literal(Parameter("until", kind, False, ""), value)


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_a_year_a_month_or_a_day(text: str) -> None:
    assert as_date(text) == text
    assert of_type("date", text) == Literal(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(InputError) as found:
        as_date(text)
    assert found.value.say("en") == f"“{text}” is not a date; give a year, month or day: 2022, 2022-06 or 2022-06-30"
    assert found.value.say("zh") == f"“{text}”不是日期；请给出年、月或日：2022、2022-06 或 2022-06-30"
    with pytest.raises(InputError) as found:
        of_type("date", text)
    assert found.value.say("en") == (
        f"{text} does not fit the parameter until; give a year, month or day: 2022, 2022-06 or 2022-06-30"
    )
    assert found.value.say("zh") == f"“{text}”不符合参数 until 的类型；请给出年、月或日：2022、2022-06 或 2022-06-30"


def test_no_date_stays_none() -> None:
    assert as_date(None) is None


@pytest.mark.parametrize(("text", "number"), [("12", "12"), ("-3", "-3"), ("+7", "7"), ("007", "7")])
def test_a_whole_number_is_one_of_xsd(text: str, number: str) -> None:
    assert of_type("xsd:integer", text) == Literal(number, datatype=XSD["integer"])


@pytest.mark.parametrize("text", ["twelve", "1.5", "1_000", "１２", "", "9" * 19, "12x"])
def test_anything_else_is_no_whole_number(text: str) -> None:
    with pytest.raises(InputError) as found:
        of_type("xsd:integer", text)
    assert found.value.say("en") == f"{text} does not fit the parameter until; give a whole number"
    assert found.value.say("zh") == f"“{text}”不符合参数 until 的类型；请给出整数"


@pytest.mark.parametrize("text", ["", "2022-06xyz", 'a "quoted" } text'])
def test_a_text_may_be_anything(text: str) -> None:
    assert of_type("xsd:string", text) == Literal(text)
