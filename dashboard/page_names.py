"""What pages are called (pure)."""


def page_name(path: str, title: str) -> str:
    """What to call a page: the first part of its title, or its path."""
    for mark in (" | ", " – ", " — ", " - ", " · "):
        title = title.split(mark)[0]
    return title.strip() or path
