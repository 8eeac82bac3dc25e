"""What tests read of a page of HTML."""

from html.parser import HTMLParser

__all__ = ["Reading"]


class Reading(HTMLParser):
    """Links, ids, scripts, attributes and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[str] = []
        self.text = ""
        self._open: dict[str, str | None] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attributes]
        if name := found.get("id"):
            self.ids.append(name)
        for attribute in ("href", "src"):
            if (value := found.get(attribute)) is not None:
                self.links.append((tag, value, found))
        if tag == "script":
            self._open = found
            self.scripts.append((found, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is None:
            self.text += data
        else:
            attributes, text = self.scripts.pop()
            self.scripts.append((attributes, text + data))
