"""Proving an assignment: each claim fails when it should, and the table can be read."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from grader.commandline.main import main
from grader.diagnosis import catalogue as catalogues
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.entries import Entry
from grader.diagnosis.rehearsals import Rehearsals
from grader.grading.grader import Options
from grader.suite import Suite
from grader.verify import claims, two
from grader.verify.claims import Claim
from grader.verify.entry_programs import specimens
from grader.verify.matrix import Catches, catches, hidden
from grader.verify.prove import Proof, prove_part
from grader.verify.table import table
from grader.verify.wording import faults, grade_level
from grader.workers.pool import Pool

ROOT = Path(__file__).resolve().parents[1]
SINGLES = 30
ROW = """def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out
"""
NO_BIAS = "def my_dense(a_in, W, b, g):\n    return g(np.dot(a_in, W))\n"
RIGHT = "def my_dense(a_in, W, b, g):\n    return g(np.dot(a_in, W) + b)\n"
HINTS = ("Look.", "See.", "Think.")


@pytest.fixture(scope="module")
def known(suite: Suite) -> Catalogue:
    """The assignment's own catalogue."""
    assert suite.catalogue is not None
    return catalogues.load_catalogue(suite.catalogue)


def entry(name: str, *variants: str, hints: tuple[str, ...] = HINTS) -> Entry:
    """An entry of my_dense."""
    return Entry("my_dense", name, f"It is {name}.", hints, variants)


def claimed(
    suite: Suite, known: Catalogue, folder: Path, *mistakes: Entry, accepted: Entry
) -> dict[str, Claim]:
    """The claims about a small catalogue, by their words."""
    small = replace(known, mistakes=mistakes, accepted=(accepted,))
    made = list(specimens(small, folder))
    with Pool(suite, Options()) as pool:
        reports = pool.grade_all([program.path for program in made], 2, lambda: None)
    found = claims.answers(small, list(zip(made, reports, strict=True)))
    return {one.what: one for one in found}


def test_each_claim_fails_with_the_name_of_the_program(
    suite: Suite, known: Catalogue, tmp_path: Path
) -> None:
    """A harmless mistake, one that is called another, an unnamed one and a wrong "right" answer."""
    found = claimed(
        suite,
        known,
        tmp_path,
        entry("row_for_a_unit", ROW),
        entry("harmless", RIGHT),
        entry("called_otherwise", NO_BIAS),
        entry("nobody_knows", NO_BIAS.replace("W)", "W) * 1.01")),
        accepted=entry("wrong_after_all", ROW, hints=()),
    )
    names = {what: [line.partition(":")[0] for line in one.failures] for what, one in found.items()}
    assert {
        "every accepted answer gets all points": ["my_dense/wrong_after_all 1"],
        "every known mistake loses points": ["my_dense/harmless 1"],
        "and in its own exercise alone": [],
        "its cause is named": [
            "my_dense/harmless 1",
            "my_dense/called_otherwise 1",
            "my_dense/nobody_knows 1",
        ],
        "no other cause is named": ["my_dense/called_otherwise 1"],
    } == names
    assert not found["every known mistake loses points"].holds


def test_a_claim_that_was_never_tried_does_not_hold() -> None:
    """An empty catalogue proves nothing; a share that is enough is enough."""
    assert not Claim("x", 0, 0).holds
    assert Claim("x", 100, 95, least=0.95).holds
    assert not Claim("x", 100, 94, least=0.95).holds


def test_two_mistakes_are_one_or_both_of_them_or_what_is_written_down(known: Catalogue) -> None:
    """A third name is false, unless the entry says that the two make it together."""
    by_name = {entry.name: entry for entry in known.of("my_dense")}
    pair = by_name["row_for_a_unit"], by_name["units_from_rows"]
    assert two.is_true((), pair)
    assert two.is_true(pair[:1], pair)
    assert two.is_true(pair, pair)
    assert two.is_true((by_name["rows_carried_over"],), pair)
    assert not two.is_true((by_name["no_bias"],), pair)
    assert not two.is_true((pair[0], by_name["no_bias"]), pair)


def test_what_is_written_down_is_there(known: Catalogue) -> None:
    """The two mistakes of an ``Also`` are entries of the same exercise."""
    for mistake in known.mistakes:
        names = {other.name for other in known.of(mistake.exercise)}
        assert all(pair <= names and len(pair) == 2 for pair in mistake.also), mistake.id


def test_no_pair_of_thirty_mistakes_gets_a_false_name(suite: Suite, known: Catalogue) -> None:
    """All pairs of thirty: whatever is named is there. ``grader verify`` tries all of them."""
    chosen = {entry.id for entry in known.of("my_dense")[:: len(known.of("my_dense")) // SINGLES]}
    diagnoser = Diagnoser(Rehearsals(known, suite.stand_ins))
    tried = 0
    for pair in two.made(suite, known):
        if {entry.id for entry in pair.entries} <= chosen:
            found = diagnoser.diagnose(two.evidence(suite, known, pair)).entries
            assert two.is_true(found, pair.entries), (pair.program, found)
            tried += 1
    assert tried > 200


def test_a_process_tries_its_share_of_the_pairs() -> None:
    """A slice of the pairs comes back with how many there were and how many have both names."""
    tried, both, false = two._tried(ROOT, 0, 5)
    assert 5 == tried
    assert 0 <= both <= 5
    assert [] == false


def test_the_table_says_all_claims_and_fits_a_terminal(suite: Suite) -> None:
    """At most 80 columns; what does not hold is marked, and what failed is said."""
    case = suite.cases[0]
    failures = tuple(
        f"my_dense/{'long_' * 20}name {number}: has all points" for number in range(12)
    )
    held = Claim("the blank notebook gets none", 1, 1)
    lost = Claim("every known mistake loses points", 20, 8, failures)
    proof = Proof((held, lost), (Catches(replace(case, kept_because=""), 3, 20, 0, 0),))
    for text in (table(proof), table(proof, everything=True)):
        assert all(len(line) <= 80 for line in text.splitlines())
        assert "  the blank notebook gets none" in text
        assert "! every known mistake loses points" in text
        assert f"! {case.id[:50]}" in text
        assert "The assignment is not proven." in text
    assert "and 4 more" in table(proof)
    named = replace(
        proof, hidden=tuple(f"my_dense/some_longer_name_{number}" for number in range(9))
    )
    assert "caught by private cases alone: my_dense/some_longer_name_0," in table(named)
    assert "and 1 more" in table(named)
    assert all(len(line) <= 80 for line in table(named).splitlines())
    reason = Catches(replace(case, kept_because="it is the plainest of all"), 3, 20, 0, 0)
    assert "stays: it is the plainest of all" in table(Proof((held,), (reason,)), everything=True)
    assert "The assignment is proven." in table(Proof((held,), ()))
    assert "The assignment is not proven." in table(Proof((lost,), ()))
    assert "The assignment is not proven." in table(Proof((held,), proof.catches))


def test_a_case_is_needed_or_says_why_it_stays(
    suite: Suite, known: Catalogue, tmp_path: Path
) -> None:
    """A case that catches what no other does is needed; one that catches nothing is not."""
    small = replace(known, mistakes=(entry("row_for_a_unit", ROW),), accepted=())
    made = list(specimens(small, tmp_path))
    with Pool(suite, Options()) as pool:
        reports = pool.grade_all([program.path for program in made], 1, lambda: None)
    found = {
        catch.case.id: catch for catch in catches(suite, list(zip(made, reports, strict=True)))
    }
    square, one_unit = found["my_dense/private-one-input"], found["my_dense/one-unit"]
    assert (1, 1) == (square.caught, square.of)
    assert 0 == square.alone  # others catch it as well
    assert not replace(square, case=replace(square.case, kept_because="")).needed
    assert replace(square, case=replace(square.case, kept_because="for a reason")).needed
    assert replace(one_unit, caught=1, alone=1).needed
    assert not replace(one_unit, caught=0, alone=0, apart=0).needed
    assert 0 == found["digit_model/was-trained"].of
    assert () == hidden(list(zip(made, reports, strict=True)))
    clipped = replace(
        small,
        mistakes=(
            entry(
                "clipped", RIGHT.replace("np.dot(a_in, W) + b", "np.clip(a_in @ W + b, -20, 20)")
            ),
        ),
    )
    made = list(specimens(clipped, tmp_path))
    with Pool(suite, Options()) as pool:
        reports = pool.grade_all([program.path for program in made], 1, lambda: None)
    assert ("my_dense/clipped",) == hidden(list(zip(made, reports, strict=True)))


@pytest.mark.parametrize(
    ("hints", "part"),
    [
        (("Word. " * 161, "b", "c"), "161 words"),
        (
            (
                "Notwithstanding interdimensional multiplication, reconsider dimensionality.",
                "b",
                "c",
            ),
            "grade",
        ),
        (("a", "Write `np.dot(w, a_in) + b[j]` there.", "c"), "piece of the right answer"),
        (("a", "b", "Write `np.dot(w, a_in) + b[j]` there."), ""),
        (("Look at W.", "b", "c"), ""),
    ],
)
def test_a_hint_that_is_not_as_it_must_be_is_named(
    known: Catalogue, hints: tuple[str, ...], part: str
) -> None:
    """Too long, too hard, or with a piece of the answer in the first two tiers."""
    small = replace(known, mistakes=(entry("some", ROW, hints=hints),))
    found = list(faults(small))
    assert bool(part) is bool(found), found
    assert all(part in line and "my_dense/some, hint" in line for line in found)


def test_plain_words_read_at_a_low_grade() -> None:
    """The formula knows plain sentences from learned ones."""
    assert grade_level("Look at the loop. What does it do?") < 4
    assert grade_level("The multidimensional generalisation necessitates reconsideration.") > 12


def test_every_hint_of_the_catalogue_is_as_it_must_be(known: Catalogue) -> None:
    """The catalogue's own hints are short, plain and give nothing away."""
    assert [] == list(faults(known))
    assert len(known.mistakes) >= 150
    assert len(known.accepted) >= 30


def test_without_a_secret_part_there_is_nothing_to_prove(tmp_path: Path) -> None:
    """A student's copy is a usage error with a sentence, not a proof."""
    for folder in ("public_tests", "assignment"):
        (tmp_path / folder).symlink_to(ROOT / folder, target_is_directory=True)
    result = CliRunner().invoke(main, ["verify", "--assignment", str(tmp_path)])
    assert 2 == result.exit_code, result.output
    assert "nothing to prove" in result.output


CHOSEN = ("no_bias", "row_for_a_unit", "bias_as_third_argument")


@pytest.fixture
def few(suite: Suite, tmp_path: Path) -> Suite:
    """The assignment with a few of its entries, in a folder that a test may write into."""
    assert suite.catalogue is not None
    folder = tmp_path / "solutions"
    for path in suite.catalogue.glob("mistakes/**/_*.py"):
        copied = folder / path.relative_to(suite.catalogue)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copied)
    for name in CHOSEN:
        shutil.copy(suite.catalogue / f"mistakes/my_dense/{name}.py", folder / "mistakes/my_dense")
    return replace(suite, catalogue=folder)


def part(suite: Suite, *targets: str) -> Proof:
    """The proof of some entries."""
    return prove_part(suite, targets, Options(), 2, lambda done, total: None)


def failed(proof: Proof) -> dict[str, str]:
    """What does not hold, with the first failure."""
    return {claim.what: claim.failures[0] for claim in proof.claims if not claim.holds}


def test_one_entry_is_proven_by_itself(few: Suite) -> None:
    """All that can be said of an entry alone is tried on each of its programs, and nothing else."""
    proof = part(few, "my_dense/no_bias")
    assert proof.holds, failed(proof)
    assert {
        "every entry can be used": 1,
        "every known mistake loses points": 5,
        "and in its own exercise alone": 5,
        "its cause is named": 5,
        "no other cause is named": 5,
        "their recognise and exclude answer without an error": 1,
        "hints are short, plain and give nothing away": 3,
        "drawn numbers tell right answers from easy ones": 600,
    } == {claim.what: claim.tried for claim in proof.claims}
    text = table(proof)
    assert "What was asked for is proven." in text
    assert "cases are needed" not in text


def test_an_exercise_is_all_its_entries(few: Suite) -> None:
    """A name without a slash stands for every entry of the exercise; names add up."""
    proof = part(few, "my_dense")
    assert len(CHOSEN) == proof.claims[0].tried
    assert 2 == part(few, "my_dense/no_bias", "my_dense/row_for_a_unit").claims[0].tried


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("my_dens", "did you mean my_dense or"),
        ("my_dense/no_bia", "did you mean my_dense/no_bias?"),
        ("no_bias", "did you mean my_dense/no_bias?"),
        ("my_dense/qqq", "has no known mistake or accepted answer 'qqq'. Exercises with entries:"),
        ("quiz", "is called 'quiz'. Exercises with entries: digit_model, my_dense,"),
    ],
)
def test_a_name_that_is_not_there_gets_a_sentence(target: str, near: str) -> None:
    """The near names are said, and the command ends as after any slip in a command."""
    result = CliRunner().invoke(main, ["verify", target])
    assert 2 == result.exit_code
    assert near in result.output
    assert "Traceback" not in result.output


def test_a_broken_entry_is_a_failed_claim(few: Suite) -> None:
    """It has no programs that could be tried; file and line are said, with what to do."""
    assert few.catalogue is not None
    path = few.catalogue / "mistakes/my_dense/no_bias.py"
    path.write_text(path.read_text().replace("3: A taxi", "4: A taxi"))
    proof = part(few, "my_dense/no_bias")
    assert ["every entry can be used"] == list(failed(proof))
    text = " ".join(table(proof).split())
    assert "! every entry can be used 0 1 solutions/mistakes/my_dense/no_bias.py, line 8:" in text
    assert "-> Mend that line" in text
    assert "What was asked for is not proven." in text
    assert part(few, "my_dense/row_for_a_unit").holds
    assert part(few, "my_dense/bias_as_third_argument").holds  # the fault is another's
    assert not part(few, "my_dense").holds


def test_an_error_in_a_function_of_an_entry_is_a_failed_claim(few: Suite) -> None:
    """A misspelled fact is found whichever program it is asked about, with its line."""
    assert few.catalogue is not None
    path = few.catalogue / "mistakes/my_dense/no_bias.py"
    text = path.read_text()
    before, _, _ = text.partition("# %% not if")
    path.write_text(f"{before}# %% not if\n\n\ndef exclude(facts):\n    return facts.nodess\n")
    line = path.read_text().splitlines().index("    return facts.nodess") + 1
    proof = part(few, "my_dense/no_bias")
    failure = failed(proof)["their recognise and exclude answer without an error"]
    assert failure.startswith(f"solutions/mistakes/my_dense/no_bias.py, line {line}: Attribute")
    assert "nodess" in failure


def test_the_entry_that_the_readme_writes_is_proven(few: Suite) -> None:
    """Whoever copies the example of the catalogue's README sees what stands there."""
    assert few.catalogue is not None
    text = (ROOT / "solutions/mistakes/README.md").read_text(encoding="utf-8")
    _, _, rest = text.partition("   ```python\n")
    source, _, rest = rest.partition("   ```\n")
    path = few.catalogue / "mistakes/my_dense/bias_shared_among_inputs.py"
    path.write_text(textwrap.dedent(source), encoding="utf-8")
    shown = table(part(few, "my_dense/bias_shared_among_inputs"))
    assert textwrap.indent(shown, "   ") in rest, shown


def test_every_claim_that_can_fail_says_what_to_do(suite: Suite, few: Suite) -> None:
    """Whoever reads of a failure reads what to do about it."""
    assert all(claim.advice for claim in part(few, "my_dense").claims)
    assert all(claim.advice for claim in claims.notebooks({}, {}))
    assert all(claim.advice for claim in claims.answers(Catalogue(), []))
