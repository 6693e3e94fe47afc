"""What was felt, one at a time: is it there, how bad, when it began. A warning sign says at once what to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tpe_guide.diary import offers
from tpe_guide.diary.catalogue import Catalogue, EffectKind
from tpe_guide.diary.pick import Pick
from tpe_guide.eyes_rest.answers import AnswersStop
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop, Words
from tpe_guide.eyes_rest.urgent import said_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import Onset
from tpe_guide.vocabulary.words import onsets, severities, severity_anchors

FIRST_SIGN, TINGLING = "fever-chills", "tingling"
_OUT = -1
"""In place of a level: it was picked by mistake."""


class FeelingsStop(Stop):
    """All that may be felt, in the order of the form. What is passed over is not written down."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        lead = _("What did you feel? Choose what was there. What you pass over is not written down.")
        super().__init__(rest, _("What did you feel?"), lead)
        self._world = world
        draft = world.diary.drafts.draft
        blank = next((pick for pick in draft.picks if pick.level is None), None)
        kinds = [kind.id for kind in self._kinds()]
        self.at = kinds.index(blank.effect) if blank is not None and blank.effect in kinds else 0

    def rows(self) -> Sequence[Row]:
        """An effect each; those that the person has named before come with them."""
        draft, catalogue = self._world.diary.drafts.draft, self._world.catalogue()
        rows = []
        for kind in self._kinds():
            pick = draft.pick_of(kind.id)
            words = _("{name}. {hint}").format(name=kind.name, hint=kind.hint).strip()
            rows.append(Row(level_of(pick, catalogue) if pick else words, partial(self._choose, kind.id)))
        for words in self._own():
            pick = draft.own(words)
            rows.append(Row(level_of(pick, catalogue) if pick else words, partial(self._choose_own, words)))
        rows.append(Row(_("Something else, in your own words, needs the screen and a keyboard.")))
        return (*rows, Row(_("That is all I felt."), partial(self.rest.close, onward=True)))

    def more(self) -> Sequence[Row]:
        """The end of a long list is near."""
        return (Row(_("That is all I felt."), self._done),)

    def _done(self) -> None:
        self.rest.close(lists=2, onward=True)

    def _kinds(self) -> list[EffectKind]:
        catalogue, diary = self._world.catalogue(), self._world.diary
        access = diary.access_of(diary.drafts.draft.session)
        rarer = (
            sign
            for sign in catalogue.warnings
            if sign.id != FIRST_SIGN and any(each.holds_for(access) for each in sign.signs)
        )
        return [*catalogue.effects, catalogue.kind(FIRST_SIGN), *rarer]

    def _own(self) -> list[str]:
        draft = self._world.diary.drafts.draft
        offered = [words for words, is_offered in offers.own_effects(self._world.diary.store).items() if is_offered]
        return list(dict.fromkeys((*offered, *(pick.words.strip() for pick in draft.picks if pick.words.strip()))))

    def _choose(self, effect: str) -> None:
        drafts = self._world.diary.drafts
        if drafts.draft.pick_of(effect) is None:
            drafts.draft.pick(effect)
            drafts.touch()
        self._ask(effect)

    def _choose_own(self, words: str) -> None:
        drafts = self._world.diary.drafts
        if drafts.draft.own(words) is None:
            drafts.draft.pick_own(words)
            drafts.touch()
        pick = drafts.draft.own(words)
        if pick is not None:
            self._ask(pick.key)

    def _ask(self, key: str) -> None:
        """How bad it was. Of a warning sign it is said first what to do, also while that is not known."""
        world = self._world
        pick = world.diary.drafts.draft.pick_of(key)
        if pick is None:
            return
        said: Words = ""
        if world.catalogue().is_warning(pick.effect) and pick.level != 0:
            said = said_of(world.advise(pick.effect, world.diary.access_of(world.diary.drafts.draft.session)))
        self.rest.enter(_level_question(self.rest, world, pick), said)


def name_of(pick: Pick, catalogue: Catalogue) -> str:
    """“Tingling”; of one that the person has named, their own words."""
    return pick.words.strip() or catalogue.name(pick.effect)


def level_of(pick: Pick, catalogue: Catalogue) -> str:
    """“Tingling, yes: Mild”."""
    name = name_of(pick, catalogue)
    if pick.level is None:
        return _("{effect}, yes: how bad is not said yet").format(effect=name)
    if not pick.level:
        return _("{effect}: not there").format(effect=name)
    return _("{effect}, yes: {level}").format(effect=name, level=severities()[pick.level])


def _level_question(rest: EyesRest, world: World, pick: Pick) -> Stop:
    names, anchors = severities(), severity_anchors()
    answers = [(_("{level}: {words}").format(level=names[at], words=anchors[at]), at) for at in (1, 2, 3)]
    answers += [(_("It was not there after all"), 0), (_("Take it out again: I chose it by mistake"), _OUT)]
    question = _("{effect}: how bad was it?").format(effect=name_of(pick, world.catalogue()))
    key = pick.key

    def take(level: int) -> Words | None:
        drafts = world.diary.drafts
        picked = drafts.draft.pick_of(key)
        if picked is None:
            return ""
        if level == _OUT:
            drafts.draft.take_out(key)
            drafts.touch()
            return _("Taken out.")
        picked.level = level
        drafts.touch()
        said = f"{level_of(picked, world.catalogue())}. {help_line(world, picked)}".strip()
        if picked.effect == TINGLING and level:
            rest.replace(_unlike_question(rest, world, key), said)
            return None
        return said

    return AnswersStop(rest, question, answers, take, now=pick.level, unsaid=_("How bad it was is not said yet."))


def _unlike_question(rest: EyesRest, world: World, key: str) -> Stop:
    question = _("Is this tingling different from your usual MS tingling?")
    answers = [(_("Yes, different"), 1), (_("No, the same"), 0), (_("Leave it out"), _OUT)]

    def take(answer: int) -> Words:
        drafts = world.diary.drafts
        pick = drafts.draft.pick_of(key)
        if pick is not None:
            pick.unlike_usual = None if answer == _OUT else bool(answer)
            drafts.touch()
        return "" if answer == _OUT else answers[0 if answer else 1][0]

    return AnswersStop(rest, question, answers, take)


def onset_question(rest: EyesRest, world: World, key: str | None, *, may_differ: bool = False) -> Stop:
    """When it began: of the effect called *key*, or of all. *may_differ*: it can be said of each."""
    draft = world.diary.drafts.draft
    pick = draft.pick_of(key) if key else None
    answers: list[tuple[str, Onset | None]] = [(words.own, onset) for onset, words in onsets().items()]
    if may_differ:
        answers.append((_("Not the same for all"), None))
    question = _("When did it begin?")
    if pick is not None:
        question = _("{effect}: when did it begin?").format(effect=name_of(pick, world.catalogue()))

    def take(onset: Onset | None) -> Words | None:
        drafts = world.diary.drafts
        if onset is None:
            drafts.draft.set_began_each(True)
            drafts.touch()
            rest.replace(OnsetsStop(rest, world))
            return None
        chosen = drafts.draft.pick_of(key) if key else None
        if chosen is not None:
            chosen.began = onset
        elif not key:
            drafts.draft.began = onset
        drafts.touch()
        begun = [chosen] if chosen is not None else drafts.draft.picks
        line = next((words for each in begun if (words := help_line(world, each))), "")
        return f"{onsets()[onset].own}. {line}".strip()

    now = pick.began if pick is not None else draft.began
    return AnswersStop(rest, question, answers, take, now=now)


class OnsetsStop(Stop):
    """When each began."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        question = _("When did each begin?")
        super().__init__(rest, question, question)
        self._world = world

    def rows(self) -> Sequence[Row]:
        """One for each that was there; and the way back to one answer for all."""
        catalogue, said = self._world.catalogue(), onsets()
        rows = []
        for pick in self._world.diary.drafts.draft.picks:
            if pick.level != 0:
                when = said[pick.began].own if pick.began is not None else _("Not said")
                words = _("{effect}: {words}").format(effect=name_of(pick, catalogue), words=when)
                rows.append(Row(f"{words}.", partial(self._ask, pick.key)))
        same = Row(_("The same for all."), self._same)
        return (*rows, Row(_("That is all."), partial(self.rest.close, onward=True)), same)

    def _ask(self, key: str) -> None:
        self.rest.enter(onset_question(self.rest, self._world, key))

    def _same(self) -> None:
        drafts = self._world.diary.drafts
        drafts.draft.set_began_each(False)
        drafts.touch()
        self.rest.replace(onset_question(self.rest, self._world, None, may_differ=True))


def told_question(rest: EyesRest, world: World, key: str) -> Stop:
    """Whether the staff was told of the effect called *key*."""
    drafts = world.diary.drafts
    answers = [(_("Yes"), 1), (_("No"), 0), (_("Leave it out"), _OUT)]
    pick = drafts.draft.pick_of(key)
    question = _("Did you tell the staff?")
    if pick is not None:
        question = _("{effect}: did you tell the staff?").format(effect=name_of(pick, world.catalogue()))

    def take(answer: int) -> Words:
        chosen = drafts.draft.pick_of(key)
        if chosen is not None:
            chosen.told_staff = None if answer == _OUT else bool(answer)
            drafts.touch()
        return "" if answer == _OUT else answers[0 if answer else 1][0]

    return AnswersStop(rest, question, answers, take)


def help_line(world: World, pick: Pick) -> str:
    """The fixed line that leads from an ordinary effect to Urgent help, where it stands beside *pick*; or nothing."""
    line = world.catalogue().help_line
    began = world.diary.drafts.draft.began_of(pick)
    return f"{line.heading}. {line.words}" if line.is_for(pick.effect, pick.level, began) else ""
