"""Talking with the speech server: what is sent, what comes back, and what goes wrong."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.speech.ssip_server import PATIENCE, SsipServer
from tpe_guide.speech.back_end import Event, Named
from tpe_guide.speech.ssip import Connection, Server, find_server


@pytest.fixture
def connection(server: SsipServer) -> Iterator[Connection]:
    talking = Connection(Server(server.path))
    yield talking
    talking.close()


def test_it_says_who_it_is_and_in_what_language(connection: Connection, server: SsipServer) -> None:
    connection.introduce("en")

    assert [command.rpartition(" ")[2] for command in server.commands[1:]] == ["en", "ON", "ON", "ON"]
    assert server.commands[0].endswith(":tpe_guide:guide")


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Plasma. The yellow part.", "Plasma. The yellow part."),
        ("two\nlines\r\n.\r\nQUIT", "two lines . QUIT"),
        (". a dot first", ". a dot first"),
        (".", "."),
        ("Größe 38 °C – “ja”", "Größe 38 °C – “ja”"),
        ("plas\u00adma\ufeff", "plasma"),
        ("half a \ud83d pair", "half a ? pair"),
    ],
)
def test_a_text_arrives_as_it_is_and_never_as_a_command(
    connection: Connection, server: SsipServer, text: str, heard: str
) -> None:
    message = connection.speak(text)

    assert message == "1"
    assert server.spoken.get(timeout=PATIENCE) == heard
    assert server.commands == ["SPEAK"]


def test_events_are_told_apart_from_answers(connection: Connection, server: SsipServer) -> None:
    connection.speak("Plasma.")
    server.tell("701 BEGIN", 1)
    server.tell("702 END", 1)
    connection.cancel()

    assert [*connection.events(waiting=False)] == [Event("1", "begin"), Event("1", "end")]


def test_each_voice_is_named_once_without_its_disguises(connection: Connection) -> None:
    assert connection.voices()[-2:] == [Named("English (Great Britain)", "en-GB"), Named("German", "de")]


def test_a_module_that_names_no_voices_is_not_a_fault(socket_path: Path) -> None:
    refusal = {"LIST SYNTHESIS_VOICES": "304 CANT LIST VOICES\r\n", "GET RATE": "514 ERR PARAMETER INVALID\r\n"}
    with SsipServer(socket_path, answer=refusal.get):
        connection = Connection(Server(socket_path))
        assert connection.voices() == []
        assert connection.rate() == 0
        connection.close()


def test_a_long_list_is_read_at_once(socket_path: Path) -> None:
    """espeak-ng names 13,000 voices, and the window wants its turn meanwhile."""
    voices = [(f"Voice {number}", "en") for number in range(6500)]
    with SsipServer(socket_path, voices=voices):
        connection = Connection(Server(socket_path))
        began = time.perf_counter()
        assert len(connection.voices()) == 6500
        assert time.perf_counter() - began < 2
        connection.close()


def test_the_dummy_is_no_voice(socket_path: Path) -> None:
    with SsipServer(socket_path, module="dummy"):
        connection = Connection(Server(socket_path))
        assert not connection.has_voice()
        connection.close()


@pytest.mark.parametrize(
    "answer",
    ["300 ERR INTERNAL\r\n", "400 ERR\r\n", "SMT is not spoken here\r\n"],
    ids=["refused", "wrong", "not SSIP"],
)
def test_an_answer_that_is_none_is_an_error_and_no_voice(socket_path: Path, answer: str) -> None:
    with SsipServer(socket_path, answer=lambda command: answer):
        connection = Connection(Server(socket_path))
        with pytest.raises(OSError, match=r"SET|not SSIP"):
            connection.introduce("en")
        connection.close()


def test_a_server_that_never_answers_is_not_waited_for_long(socket_path: Path) -> None:
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(socket_path))
    listening.listen(1)
    connection = Connection(Server(socket_path), timeout=0.01)
    with pytest.raises(TimeoutError):
        connection.introduce("en")
    connection.close()
    listening.close()


def test_no_server_no_connection(socket_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Connection(Server(socket_path))


def test_a_server_that_is_installed_is_started(socket_path: Path, tmp_path: Path) -> None:
    """As the server's own library does: it runs for this person only, and ends by itself."""
    told = tmp_path / "told"
    command = tmp_path / "speech-dispatcher"
    command.write_text(f'#!/bin/sh\necho "$@" > {told}\nmv {socket_path}.waiting {socket_path}\n')
    command.chmod(0o755)
    with SsipServer(socket_path.with_name("speechd.sock.waiting")) as waiting:
        connection = Connection(Server(socket_path, str(command)))
        assert connection.has_voice()
        connection.close()
        socket_path.unlink()
        assert waiting.commands
    assert told.read_text() == "--spawn\n"


class TestFindingIt:
    def test_where_it_was_named(self, server: SsipServer) -> None:
        assert find_server() == Server(server.path)

    def test_one_that_was_named_and_is_not_there_is_not_started(self, socket_path: Path) -> None:
        assert find_server() is None

    def test_never_on_a_network(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:6560")
        assert find_server() is None

    def test_in_the_folder_of_the_session(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.delenv("SPEECHD_ADDRESS")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        monkeypatch.setenv("PATH", "")
        path = tmp_path / "speech-dispatcher" / "speechd.sock"
        assert find_server() is None
        path.parent.mkdir()
        path.touch()
        assert find_server() == Server(path)

    def test_or_where_it_is_installed_and_not_started_yet(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        command = tmp_path / "speech-dispatcher"
        command.touch(mode=0o755)
        monkeypatch.delenv("SPEECHD_ADDRESS")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
        monkeypatch.setenv("PATH", str(tmp_path))
        found = find_server()
        assert found == Server(tmp_path / "run" / "speech-dispatcher" / "speechd.sock", str(command))

    def test_not_where_there_are_no_socket_files(self, server: SsipServer, monkeypatch: pytest.MonkeyPatch) -> None:
        """Windows."""
        monkeypatch.delattr(socket, "AF_UNIX")
        assert find_server() is None
        monkeypatch.undo()
