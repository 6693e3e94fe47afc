"""A content folder as it was read, once: who compiles it and who checks it see the same words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tpe_guide.authoring.evidence import Evidence, read_evidence
from tpe_guide.authoring.fault import Fault, Faults
from tpe_guide.authoring.manuscript import Manuscript, languages, read_manuscript
from tpe_guide.authoring.pack import check_pack
from tpe_guide.guide.stamp import stamp


@dataclass(slots=True)
class Reading:
    """What could be read of the folder *content*."""

    content: Path
    is_safe: bool = False
    """Else nothing of it was opened."""
    stamp: str = ""
    """Of the folder just before it was read."""
    evidence: Evidence = field(default_factory=Evidence)
    manuscripts: list[Manuscript] = field(default_factory=list)
    """One for each language."""
    faults_of_evidence: list[Fault] = field(default_factory=list)
    """With those of the pack."""
    faults_of_words: list[Fault] = field(default_factory=list)

    def faults(self) -> Faults:
        """All that was found so far, in a list that may grow."""
        return Faults(self.content, [*self.faults_of_evidence, *self.faults_of_words])


def read_content(content: Path) -> Reading:
    """Read the evidence and every language of *content*, if the folder is safe to open."""
    reading = Reading(content)
    faults = Faults(content, reading.faults_of_evidence)
    reading.is_safe = check_pack(content, faults)
    if reading.is_safe:
        reading.stamp = stamp(content)
        reading.evidence = read_evidence(content / "evidence", faults)
        faults = Faults(content, reading.faults_of_words)
        for language in languages(content):
            reading.manuscripts.append(read_manuscript(content, language, reading.evidence, faults))
    return reading
