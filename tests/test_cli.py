"""The command `ita` as a person or another program runs it."""

from __future__ import annotations

import gc
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

import generator
from generator import cli, commands
from generator.commands.exits import BUG, ENVIRONMENT, USAGE
from generator.words import FOLDER, Language, Words

THAI, ENGLISH = Words(Language.THAI), Words(Language.ENGLISH)
ITA = Path(sys.executable).parent / "ita"
COMMANDS = [str(command.name) for command in commands.COMMANDS]
THAI_LETTERS = re.compile("[\u0e00-\u0e7f]")
SITE = "agency:\n  name: เทศบาลตำบลตัวอย่าง\n"
CLEAN = "total: 96.00\nlevel: ผ่านดีเยี่ยม\n"
WARNED = "total: 76.81\nlevel: ผ่าน\n"
BROKEN = "total: 101\nlvel: ก,ข:%\nlevel: [\n"
FAULTY = "total: 101\nlvel: 50%\nsource: *x\n"
# What Click says in English where nobody gives it other words.
CLICK_SAYS = re.compile(
    "Usage|Options:|Commands:|No such|Invalid|Missing|Got unexpected|requires|does not|Error|Try |Show "
)


class Run(NamedTuple):
    status: int
    out: str
    err: str


Ita = Callable[..., Run]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("ITA_LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.fixture
def ita(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ita:
    """The command, run inside this process with its streams caught."""

    def run(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["ita", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        assert isinstance(stop.value.code, int)
        return Run(stop.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Path]:
    """A project of one year whose assessment is the text given."""

    def make(assessment: str) -> Path:
        year = tmp_path / "content" / "2567"
        year.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site_config.yaml").write_text(SITE, encoding="utf-8")
        (year / "assessment.yaml").write_text(assessment, encoding="utf-8")
        return tmp_path

    return make


def outside(*command: object, cwd: Path) -> Run:
    """A command in a process of its own, its output piped."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def refused(run: Run, status: int = USAGE) -> str:
    """The one line of a refusal; nothing else was printed."""
    assert (run.status, run.out) == (status, "")
    assert run.err.count("\n") == 1 and "Traceback" not in run.err
    return run.err.strip()


def summary(command: str, words: Words) -> str:
    """The first line of a command's help."""
    asked = cli.ita.commands[command] if command else cli.ita
    return words(str(asked.help)).split("\n")[0]


def explained(command: str, out: str, words: Words) -> bool:
    """Whether help names and explains everything that can be typed after a command."""
    parameters = cli.ita.commands[command].params if command else cli.ita.params
    keys = [str(getattr(each, "help", None)) for each in parameters]
    texts = [" ".join(words(key).split()) for key in (*keys, "commands.option.help")]
    shown = " ".join(out.split())
    return "--help" in shown and all(text in shown for text in texts)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_thai(command: str, ita: Ita) -> None:
    """Help of every command is Thai, headings and common options included."""
    run = ita(*filter(None, [command]), "--help")
    assert (run.status, run.err) == (0, "")
    assert summary(command, THAI) in run.out
    assert run.out.startswith("วิธีใช้: ita")
    assert not CLICK_SAYS.search(run.out)
    assert explained(command, run.out, THAI)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("where", ["before", "after", "environment"])
def test_help_is_english_on_request(
    command: str, where: str, ita: Ita, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--lang en (before or after --help) or ITA_LANG=en makes the help of every command English."""
    words = ["--help"]
    if where == "environment":
        monkeypatch.setenv("ITA_LANG", "en")
    else:
        words.insert(0 if where == "before" else 1, "--lang=en")
    run = ita(*filter(None, [command]), *words)
    assert run.status == 0
    assert summary(command, ENGLISH) in " ".join(run.out.split())
    assert explained(command, run.out, ENGLISH)
    assert not THAI_LETTERS.search(" ".join(run.out.split()).replace("31 มี.ค. 2568", ""))


def test_everything_that_can_be_typed_is_explained() -> None:
    """Each command, option and argument has help, under a key that exists."""
    for command in (cli.ita, *cli.ita.commands.values()):
        for each in (command, *command.params):
            key = getattr(each, "help", None)
            assert key and THAI.has(key), f"{command.name} {each.name}"


def test_click_runs_the_commands_too() -> None:
    """The group works under Click's own runner, as tools for completion use it."""
    run = CliRunner().invoke(cli.ita, ["--help"])
    assert run.exit_code == 0
    assert all(command in run.output for command in COMMANDS)


def test_no_command_shows_the_help(ita: Ita) -> None:
    """`ita` alone shows how it is used, as an error."""
    for run in (ita(), ita("--lang", "th")):
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith("วิธีใช้: ita")


def test_version(ita: Ita) -> None:
    """--version tells the version."""
    assert ita("--version") == Run(0, f"ita {generator.__version__}\n", "")


@pytest.mark.parametrize(
    ("assessment", "options", "status"),
    [
        (CLEAN, [], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (FAULTY, [], 1),
        (BROKEN, [], 1),
    ],
)
def test_status_of_check(
    assessment: str, options: list[str], status: int, ita: Ita, project: Callable[[str], Path]
) -> None:
    """`ita check` ends with 0 where nothing hinders publication, else with 1; --strict counts warnings."""
    run = ita("check", project(assessment), *options)
    assert (run.status, run.err) == (status, "")


def test_a_bug_is_told_apart(
    ita: Ita, project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the program ends with 4, its traceback, and a last line in the language asked for."""

    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(commands.check, "check_project", fail)
    run = ita("check", project(CLEAN))
    assert (run.status, run.out) == (BUG, "")
    assert run.err.startswith("Traceback")
    assert "RuntimeError: boom" in run.err
    assert run.err.endswith(THAI("commands.bug") + "\n")
    assert ita("check", project(CLEAN), "--lang", "en").err.endswith(ENGLISH("commands.bug") + "\n")


def test_the_system_refusing_is_no_bug(
    ita: Ita, project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a forbidden folder is told in one line."""

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/srv/site")

    monkeypatch.setattr(commands.check, "check_project", fail)
    assert "/srv/site (Permission denied)" in refused(ita("check", project(CLEAN)), ENVIRONMENT)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "no-such-folder"], "“no-such-folder”"),
        (["check", "x" * 5000], "ไม่พบโฟลเดอร์"),
        (["check", ""], "ไม่พบโฟลเดอร์"),
        (["check", "--strick"], "ไม่มีตัวเลือก --strick ตั้งใจจะพิมพ์ --strict หรือไม่"),
        (["check", "--zzz"], "ไม่มีตัวเลือก --zzz ดูตัวเลือกทั้งหมดด้วย --help"),
        (["chek"], "ไม่มีคำสั่ง “chek” ตั้งใจจะพิมพ์ check หรือไม่"),
        (["zzz"], "ไม่มีคำสั่ง “zzz” ดูคำสั่งทั้งหมดด้วย ita --help"),
        (["check", "--format", "jsn"], "ตั้งใจจะพิมพ์ json หรือไม่ (ที่มีคือ text, json, github, sarif)"),
        (["check", "--format", "zzz"], "ที่มีคือ text, json, github, sarif"),
        (["build", "--engine", "hugo"], "ค่าของ --engine ใช้ไม่ได้: ไม่มี “hugo” ให้เลือก"),
        (["check", "--lang", "fr"], "ค่าของ --lang ใช้ไม่ได้"),
        (["check", "--format"], "ตัวเลือก --format ต้องมีค่าตามหลัง"),
        (["check", "--strict=1"], "ตัวเลือก --strict ไม่ต้องมีค่า"),
        (["check", ".", "b", "c"], "มีคำเกินมา: b c"),
        (["check", "--today", "32 ม.ค. 2568"], "“32 ม.ค. 2568” ไม่ใช่วันที่"),
        (["check", "--today", "2025-02-30"], "“2025-02-30” ไม่ใช่วันที่"),
        (["check", "--today", ""], "ไม่ใช่วันที่"),
        (["serve", "--port", "0"], "“0” ไม่ใช่หมายเลขพอร์ต"),
        (["serve", "--port", "http"], "“http” ไม่ใช่หมายเลขพอร์ต"),
        (["build", "--out", __file__], "ใช้เป็นโฟลเดอร์ไม่ได้"),
        (["schema", "--out", __file__], "ใช้เป็นโฟลเดอร์ไม่ได้"),
        (["standards", "2599"], "ไม่มีเกณฑ์ของปี 2599 ปีที่มีคือ 2561"),
        (["standards", "abc"], "ไม่มีเกณฑ์ของปี abc"),
    ],
)
def test_a_wrong_command_line_is_one_line_of_thai(
    arguments: list[str], says: str, ita: Ita
) -> None:
    """What cannot be carried out is told in one Thai line with the next step, and ends with 2."""
    line = refused(ita(*arguments))
    assert says in line
    assert not CLICK_SAYS.search(line)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chek"], "There is no command “chek”; did you mean check?"),
        (["check", "--strick"], "There is no option --strick; did you mean --strict?"),
        (["check", "--format", "jsn"], "did you mean json?"),
        (["check", "--format"], "The option --format needs a value"),
        (["check", "no-such-folder"], "There is no folder “no-such-folder”"),
        (["check", ".", "b"], "Too many words: b"),
    ],
)
def test_a_wrong_command_line_in_english(arguments: list[str], says: str, ita: Ita) -> None:
    """With --lang en the same is told in English."""
    line = refused(ita("--lang", "en", *arguments))
    assert says in line
    assert not THAI_LETTERS.search(line)


def test_a_taken_port_is_one_line(project: Callable[[str], Path]) -> None:
    """Where another program has the port, another port is proposed."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        run = outside(ITA, "serve", "--port", port, cwd=project(CLEAN))
    assert (run.status, run.err) == (ENVIRONMENT, THAI("commands.port_taken", port=port) + "\n")


@pytest.mark.parametrize("clock", ["yesterday", "9" * 30, "-9" + "0" * 20])
def test_a_wrong_clock_is_one_line(
    clock: str, ita: Ita, project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SOURCE_DATE_EPOCH that is no time is refused, not passed over."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", clock)
    assert clock in refused(ita("check", project(CLEAN)))


@pytest.mark.parametrize(
    "typed",
    ["2568-03-20", "2025-03-20", "20 มี.ค. 2568", "20/3/2568", "๒๐ มีนาคม ๒๕๖๘", "20 มี.ค. 68"],
)
def test_today_in_any_form(
    typed: str, ita: Ita, project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """--today takes every form of date that the records take, and a C.E. ISO date."""
    days: list[str] = []

    def note(_: Path, today: object) -> tuple[None, tuple[()]]:
        days.append(str(today))
        return None, ()

    monkeypatch.setattr(commands.check, "check_project", note)
    assert ita("check", project(CLEAN), "--today", typed).status == 0
    assert days == ["2025-03-20"]


def _places_of_text(out: str) -> list[tuple[str, int, int, str]]:
    found = re.findall(r"^(\S+\.yaml):(\d+):(\d+): \S+ ([A-Z-]+) ", out, re.MULTILINE)
    return [(path, int(line), int(column), code) for path, line, column, code in found]


def _places_of_json(out: str) -> list[tuple[str, int, int, str]]:
    problems = json.loads(out)["problems"]
    assert all({"severity", "message", "fix"} <= set(each) for each in problems)
    return [(each["path"], each["line"], each["column"], each["code"]) for each in problems]


def _places_of_github(out: str) -> list[tuple[str, int, int, str]]:
    form = re.compile(
        r"::(?:error|warning|notice) file=([^,:]+),line=(\d+),col=(\d+),title=([A-Z-]+)::(.+)"
    )
    found = []
    for line in out.splitlines():
        match = form.fullmatch(line)
        assert match, line
        assert not re.search("%(?!25|0A|0D)", match[5])
        found.append((match[1], int(match[2]), int(match[3]), match[4]))
    return found


def _places_of_sarif(out: str) -> list[tuple[str, int, int, str]]:
    content = json.loads(out)
    assert content["version"] == "2.1.0"
    assert content["$schema"].endswith("sarif-2.1.0.json")
    (run,) = content["runs"]
    assert run["tool"]["driver"]["name"] == "ita"
    found = []
    for result in run["results"]:
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        region = place["region"]
        uri = place["artifactLocation"]["uri"]
        found.append((uri, region["startLine"], region["startColumn"], result["ruleId"]))
    return found


PLACES = {
    "text": _places_of_text,
    "json": _places_of_json,
    "github": _places_of_github,
    "sarif": _places_of_sarif,
}


@pytest.mark.parametrize("command", ["check", "build"])
def test_all_formats_hold_the_same_problems(
    command: str, ita: Ita, project: Callable[[str], Path]
) -> None:
    """The same problems at the same places, whichever form they are asked for in."""
    folder = project(FAULTY)
    runs = {form: ita(command, folder, "--format", form) for form in PLACES}
    assert {(run.status, run.err) for run in runs.values()} == {(1, "")}
    places = {form: PLACES[form](run.out) for form, run in runs.items()}
    path = "content/2567/assessment.yaml"
    assert (path, 1, 8, "SCORE-RANGE") in places["json"]
    assert (path, 2, 1, "FIELD-UNKNOWN") in places["json"]
    assert places["text"] == places["github"] == places["sarif"] == places["json"]


@pytest.mark.parametrize("form", PLACES)
def test_the_language_of_every_format(form: str, ita: Ita, project: Callable[[str], Path]) -> None:
    """--lang en makes the messages English in every form, and changes no place."""
    folder = project(FAULTY)
    english = ita("check", folder, "--format", form, "--lang", "en").out
    thai = ita("check", folder, "--format", form).out
    assert THAI_LETTERS.search(thai)
    assert not THAI_LETTERS.search(english)
    assert PLACES[form](english) == PLACES[form](thai)


def test_a_failed_build_says_so(ita: Ita, project: Callable[[str], Path]) -> None:
    """A refused build ends with 1, says that the last site stays, and leaves no folder behind."""
    folder = project(FAULTY)
    run = ita("build", folder)
    assert (run.status, run.err) == (1, "")
    assert run.out.endswith(THAI("commands.not_built") + "\n")
    assert not (folder / "site").exists()


def test_a_piped_build_prints_nothing_but_results(project: Callable[[str], Path]) -> None:
    """Piped, a build prints its result and nothing else, neither steps nor the engine's own words."""
    folder = project(CLEAN)
    run = outside(ITA, "build", "--format", "json", cwd=folder)
    assert (run.status, run.err) == (0, "")
    assert json.loads(run.out) == {"problems": []}
    assert (folder / "site" / "index.html").is_file()


def test_the_module_is_the_command(project: Callable[[str], Path]) -> None:
    """`python -m generator` does what `ita` does, and calls itself so."""
    folder = project(FAULTY)
    for arguments in (["--help"], ["check", "--format", "json"]):
        module = outside(sys.executable, "-m", "generator", *arguments, cwd=folder)
        assert module == outside(ITA, *arguments, cwd=folder)


def test_a_closed_pipe_is_no_bug(project: Callable[[str], Path]) -> None:
    """Whoever stops reading early (`ita standards 2567 | head -1`) gets no traceback."""
    command = [str(ITA), "standards", "2567"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()


def test_standards_of_all_years(ita: Ita) -> None:
    """`ita standards` lists every year that there is."""
    run = ita("standards")
    assert run.status == 0
    for path in (FOLDER.parent / "standards").glob("*.yaml"):
        assert re.search(rf"^│ {path.stem} ", run.out, re.MULTILINE)


@pytest.mark.parametrize("typed", ["2567", "๒๕๖๗", "67", "พ.ศ. 2567"])
def test_standards_of_a_year(typed: str, ita: Ita) -> None:
    """`ita standards 2567` shows its items, levels and how sure each part is; years in any form."""
    run = ita("standards", typed)
    assert run.status == 0
    for key in ("indicators", "items", "levels", "requirements", "notes"):
        assert THAI(f"commands.table.{key}") in run.out
    assert "│ O35 " in run.out
    assert THAI("commands.sure.seen") in run.out
    assert THAI("commands.paraphrased") in run.out


def test_standards_in_english(ita: Ita) -> None:
    """The tables' headings and the marks of how sure a part is are English on request."""
    run = ita("standards", "2567", "--lang", "en")
    assert ENGLISH("commands.table.indicators") in run.out
    assert ENGLISH("commands.sure.seen") in run.out
    assert THAI("commands.sure.seen") not in run.out


def test_a_projects_own_standard_is_shown(
    ita: Ita, tmp_path: Path, project: Callable[[str], Path]
) -> None:
    """--project adds the standards of a project; what is wrong with one is told, and ends with 1."""
    own = project(CLEAN) / "standards"
    own.mkdir()
    (own / "2570.yaml").write_text("lvels: []\n", encoding="utf-8")
    run = ita("standards", "2570", "--project", tmp_path)
    assert (run.status, run.err) == (1, "")
    assert "standards/2570.yaml:1:1" in run.out


def test_schemas_are_written(ita: Ita, tmp_path: Path) -> None:
    """`ita schema --out` makes the folder, writes valid JSON Schemas and names each file."""
    folder = tmp_path / "new" / "schemas"
    run = ita("schema", "--out", folder)
    assert (run.status, run.err) == (0, "")
    written = sorted(folder.iterdir())
    assert {path.name.split(".")[0] for path in written} == {
        "site",
        "assessment",
        "measures",
        "progress",
        "oit",
        "complaints",
        "redirects",
        "standard",
    }
    for path in written:
        assert str(path) in run.out
        assert "$schema" in json.loads(path.read_text(encoding="utf-8"))


def test_a_folder_that_cannot_be_written(ita: Ita) -> None:
    """Where the system refuses to write, it is told in one line."""
    if not Path("/proc/self").exists():
        pytest.skip("needs a folder in which nobody can write")
    assert "/proc/nowhere" in refused(ita("schema", "--out", "/proc/nowhere"), ENVIRONMENT)
