import io

import pytest

from app import frames


class Trickle(io.BytesIO):
    """A pipe that takes and gives a byte at a time."""

    def write(self, body):
        return super().write(bytes(body[:1]))

    def read(self, size=-1):
        return super().read(min(size, 1))


@pytest.mark.parametrize("pipe", [io.BytesIO, Trickle])
@pytest.mark.parametrize("body", [b"", b"x", b"a longer body"])
def test_a_frame_comes_out_as_it_went_in(pipe, body):
    sink = pipe()

    frames.write(sink, body)

    sink.seek(0)
    assert frames.read(sink) == body
    assert frames.read(sink) is None


@pytest.mark.parametrize("cut", [1, 3, 4, 6])
def test_a_frame_cut_off_is_an_error(cut):
    sink = io.BytesIO()
    frames.write(sink, b"body")

    with pytest.raises(frames.FrameError):
        frames.read(io.BytesIO(sink.getvalue()[:cut]))


def test_a_frame_that_claims_too_much_is_not_read():
    with pytest.raises(frames.FrameError):
        frames.read(io.BytesIO(b"\xff\xff\xff\xff"))


def test_a_frame_too_large_is_not_sent(monkeypatch):
    monkeypatch.setattr(frames, "MOST", 10)

    with pytest.raises(frames.FrameError):
        frames.write(io.BytesIO(), b"eleven bytes")
