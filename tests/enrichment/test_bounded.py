"""A memory that stays small."""

from enrichment import bounded


def test_a_full_memory_loses_its_older_half(monkeypatch):
    monkeypatch.setattr(bounded, "MOST", 4)
    memory: dict[int, str] = {}

    for number in range(5):
        bounded.keep(memory, number, str(number))

    assert memory == {2: "2", 3: "3", 4: "4"}
