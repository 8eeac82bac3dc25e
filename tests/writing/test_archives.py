"""Archives tell no time: the same content gives the same bytes."""

import io
import zipfile
from datetime import datetime

from qontology.writing.archives import made_on, repacked


def archive(year: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in ("b.xml", "a.xml"):
            packed.writestr(zipfile.ZipInfo(name, (year, 2, 3, 4, 5, 6)), name * 100)
    return file.getvalue()


def test_archives_of_different_times_become_the_same_with_files_and_order_kept() -> None:
    assert archive(2020) != archive(2021)
    assert repacked(archive(2020)) == repacked(archive(2021))
    with zipfile.ZipFile(io.BytesIO(repacked(archive(2020)))) as packed:
        assert packed.namelist() == ["b.xml", "a.xml"] and packed.read("a.xml") == b"a.xml" * 100


def test_a_file_is_of_the_day_of_its_data() -> None:
    assert made_on("2022-07-05") == datetime(2022, 7, 5)
    assert made_on("2022") == datetime(2022, 1, 1)
    assert made_on("2022-02-31") == datetime(2022, 3, 3)
    assert made_on("") == datetime(1980, 1, 1)
