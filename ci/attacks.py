"""The attacks, each a coroutine that goes on until its time is over and answers what it did.

All of them come from this machine and go to it; none is more than a slow network could bring.
"""
import asyncio
import base64
import contextlib
import json
import os
import random
import string
import time

BODY = "{\"p"


class Line:
    """One connection on which anything can be said."""

    def __init__(self, target):
        self.target = target
        self.input = self.output = None

    async def open(self, limit=2**16):
        self.input, self.output = await asyncio.open_connection("127.0.0.1", self.target.port, limit=limit)
        return self

    async def say(self, text):
        self.output.write(text if isinstance(text, bytes) else text.encode("latin-1"))
        await self.output.drain()

    async def answer(self, patience=30):
        """The status of one answer; its body is thrown away."""
        head = (await asyncio.wait_for(self.input.readuntil(b"\r\n\r\n"), patience)).decode("latin-1")
        status = int(head.split(" ", 2)[1])
        fields = {k.lower(): v.strip() for k, _, v in (l.partition(":") for l in head.split("\r\n")[1:])}
        if "content-length" in fields:
            left = int(fields["content-length"])
            while left > 0:
                piece = await asyncio.wait_for(self.input.read(min(left, 2**16)), patience)
                if not piece:
                    break
                left -= len(piece)
        elif fields.get("transfer-encoding") == "chunked":
            while (size := int((await asyncio.wait_for(self.input.readline(), patience)).strip() or b"0", 16)) > 0:
                await self.input.readexactly(size + 2)
            await self.input.readline()
        if fields.get("connection") == "close":
            self.close()
        return status

    def close(self):
        if self.output is not None:
            self.output.close()
        self.output = None


def word(length=12):
    return "".join(random.choices(string.ascii_letters, k=length))


def head(method, path, *headers, host="localhost"):
    return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {host}", *headers, "", ""])


def post(target, path, body, kind="application/json", key=None):
    return head("POST", "/api/v1" + path, f"Authorization: Bearer {key or target.ill}", f"Content-Type: {kind}",
                f"Content-Length: {len(body)}") + body


async def together(end, acts):
    """All of them, and none for longer than it may take."""
    tasks = [asyncio.create_task(act) for act in acts]
    done, late = await asyncio.wait(tasks, timeout=max(0.1, end - time.monotonic()) + 1)
    for task in late:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in done if not task.cancelled() and not task.exception()]


async def flood(target, end, lines, make):
    """So many connections, each sending one request after the other."""
    told = {}

    async def one():
        line = Line(target)
        while time.monotonic() < end:
            try:
                if line.output is None:
                    await line.open()
                await line.say(make())
                status = await line.answer()
            except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.TimeoutError) as cut:
                status = type(cut).__name__
                line.close()
            told[status] = told.get(status, 0) + 1
        line.close()

    await together(end, (one() for _ in range(lines)))
    return ", ".join(f"{count} × {status}" for status, count in sorted(told.items(), key=str))


async def hold(target, end, lines, begin, go_on, every):
    """So many connections, each saying a little from time to time and opened anew when it is cut."""
    opened = cut = 0

    async def one():
        nonlocal opened, cut
        line = Line(target)
        while time.monotonic() < end:
            try:
                if line.output is None:
                    await line.open()
                    opened += 1
                    await line.say(begin())
                await asyncio.sleep(every)
                if go_on:
                    await line.say(go_on())
                if line.input.at_eof():
                    raise ConnectionResetError
            except OSError:
                cut += 1
                line.close()
        line.close()

    await together(end, (one() for _ in range(lines)))
    return f"{opened} connections, {cut} of them cut"


async def methods(target, end):
    return await flood(target, end, 8, lambda: head("M" + word(20), "/api/v1/regions"))


async def paths(target, end):
    def path():
        return random.choice([
            lambda: "/api/v1/clusters/" + word(2000),
            lambda: "/api/v1/" + word(2000) + "%",
            lambda: "//api/v1/regions",
            lambda: "/x/../api/v1/" + word(),
            lambda: "/%61pi/v1/regions",
            lambda: "/" + word(2000),
            lambda: "/docs/" + word(),
            lambda: "/openapi?" + word(),
        ])()
    return await flood(target, end, 8, lambda: head(
        random.choice(["GET", "DELETE", "POST"]), path(), f"X-{word()}: {word(1000)}", f"Accept: {word()}/{word()}",
        "Content-Length: 0", host=random.choice([word() + ".example", word() + '"><x>'])))


async def heads(target, end):
    return await hold(target, end, 300, lambda: "GET /api/v1/regions HTTP/1.1\r\n", lambda: f"X-{word(3)}: {word(3)}\r\n", 2)


async def silent(target, end):
    return await hold(target, end, 800, lambda: "", None, 3)


async def bodies(target, end):
    return await hold(target, end, 240, lambda: post(target, "/sources", " " * 500)[:-500] + BODY, lambda: " ", 3)


async def strangers(target, end):
    return await hold(target, end, 240, lambda: head("POST", "/api/v1/sources", "Content-Length: 500") + BODY, lambda: " ", 3)


async def uploads(target, end):
    def begin():
        length = random.choice([500, 200 << 20])
        return head("POST", f"/api/v1/memberships/csv?cluster={target.ill_cluster}", f"Authorization: Bearer {target.ill}",
                    "Content-Type: text/csv", f"Content-Length: {length}") + "nom;siren\r\n"
    return await hold(target, end, 120, begin, lambda: "a", 3)


async def floods(target, end):
    """Bodies that are long, and sent as fast as they are taken."""
    sent = 0

    async def one(kind, path, length):
        nonlocal sent
        while time.monotonic() < end:
            line = await Line(target).open()
            told = f"Content-Length: {length}" if length else "Transfer-Encoding: chunked"
            with contextlib.suppress(OSError):
                await line.say(head("POST", path, f"Authorization: Bearer {target.ill}", f"Content-Type: {kind}", told))
                for _ in range((length or 64 << 20) >> 16):
                    piece = b" " * 2**16
                    await line.say(piece if length else b"10000\r\n" + piece + b"\r\n")
                    sent += len(piece)
                    if time.monotonic() > end:
                        break
            line.close()

    await together(end, (one(kind, path, length) for kind, path in (
        ("application/json", "/api/v1/sources"),
        ("text/calendar", f"/api/v1/events/ics?host={target.ill_cluster}"),
        ("text/csv", f"/api/v1/memberships/csv?cluster={target.ill_cluster}"))
        for length in (0, 9 << 20, 1 << 30)))
    return f"{sent >> 20} MiB sent"


async def readers(target, end):
    """Answers that nobody reads, or reads a byte a second."""
    ask = "GET /api/v1/sources?limit=200 HTTP/1.1\r\nHost: localhost\r\n\r\n"
    everything = "GET /api/v1/sources.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
    return await hold(target, end, 60, lambda: random.choice([ask, everything]), None, 3)


async def listeners(target, end):
    """Who asks for as much as one connection may, all of it long, and reads none of it."""
    ask = head("GET", "/api/v1/sources?limit=200") * 90
    return await hold(target, end, 100, lambda: ask, None, 3)


async def pages(target, end):
    return await flood(target, end, 10, lambda: head("GET", "/api/v1/sources?limit=200", "Accept: application/json"))


async def pipelines(target, end):
    return await hold(target, end, 8, lambda: head("GET", "/api/v1/regions") * 5000, lambda: head("GET", "/api/v1/regions") * 500, 0.5)


def calendar(rules):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN"]
    for rule in rules:
        lines += ["BEGIN:VEVENT", f"UID:{word()}", "DTSTART:20200101", "SUMMARY:x", rule, "END:VEVENT"]
    return "\r\n".join(lines + ["END:VCALENDAR", ""])


async def calendars(target, end):
    """A hundred bytes that write twelve thousand rows."""
    path = f"/events/ics?host={target.ill_cluster}"
    return await flood(target, end, 4, lambda: post(target, path, calendar(["RRULE:FREQ=DAILY"]), "text/calendar"))


async def dry_runs(target, end):
    path = f"/events/ics?host={target.ill_cluster}&dryRun=true"
    rules = ["RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYMONTH=2;BYSETPOS=7", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=MO"] * 13
    return await flood(target, end, 8, lambda: post(target, path, calendar(rules), "text/calendar"))


async def lines(target, end):
    """Calendars and tables of one long line each, which could be read for hours."""
    def calendar_line():
        return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nSUMMARY:x\r\n" + random.choice([
            f"DTSTART;TZID={'-' * 200_000}x:20300101T100000",
            f"DTSTART;TZID={'a/' * 100_000}a:20300101T100000",
            f"DTSTART:20300101T100000\r\nDURATION:PT{'1H' * 100_000}",
        ]) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

    def table():
        return random.choice(["(" * 200_000, "a;" * 100_000, 'nom\r\n"a\r\n' + "b\n" * 100_000]) + "\r\na\r\n"

    def request():
        return random.choice([
            lambda: post(target, f"/events/ics?host={target.ill_cluster}&dryRun=true", calendar_line(), "text/calendar"),
            lambda: post(target, f"/memberships/csv?cluster={target.ill_cluster}&dryRun=true", table(), "text/csv"),
            lambda: head("GET", "/api/v1/regions", 'If-None-Match: "a"' + "," * 50_000),
        ])()
    return await flood(target, end, 4, request)


async def imports(target, end):
    def file():
        rows = "".join(f"{word()};2020-01-01\r\n" for _ in range(2000))
        path = f"/memberships/csv?cluster={target.ill_cluster}" + random.choice(["", "&dryRun=true"])
        return post(target, path, "nom;date d'adhésion\r\n" + rows, "text/csv; charset=windows-1252")
    return await flood(target, end, 6, file)


async def forged(target, end):
    def token():
        claims = base64.urlsafe_b64encode(json.dumps({"sub": word(), "roles": ["ADMIN"]}).encode()).decode().rstrip("=")
        return random.choice(["grp_" + word(48), f"eyJhbGciOiJub25lIn0.{claims}.", word(4000), os.urandom(30).hex()])
    return await flood(target, end, 8, lambda: head("GET", "/api/v1/credentials", f"Authorization: Bearer {token()}"))


async def upgrades(target, end):
    def request():
        return random.choice([
            lambda: head("GET", "/api/v1/regions", "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABkAAQAAP__"),
            lambda: head("GET", "/api/v1/regions", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {word(22)}=="),
            lambda: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            lambda: head("POST", "/api/v1/sources", "Transfer-Encoding: gzip, chunked") + "0\r\n\r\n",
        ])()
    return await flood(target, end, 8, request)


async def numbers(target, end):
    """Bodies that are small and mean much."""
    def body():
        return random.choice([
            '{"publisher": "P", "kind": "PRESS", "title": "T", "statements": [{"field": "x", "value": 1E2147483648}]}',
            "[" * 100_000,
            '{"title": "' + "\\u0041" * 100_000 + '"}',
            "{" + ",".join(f'"{word()}": 1' for _ in range(5_000)) + "}",
            '{"title": ' + "9" * 100_000 + "}",
        ])
    return await flood(target, end, 6, lambda: post(target, "/sources", body()))


ALL = {one.__name__: one for one in (
    methods, paths, heads, silent, bodies, strangers, uploads, floods, readers, listeners, pages, pipelines, calendars, dry_runs,
    lines, imports, forged, upgrades, numbers)}


def run(name, target, seconds, done):
    """In a process of its own, which leaves the machine to the others: an attacker has his own."""
    os.nice(10)
    try:
        done.put(asyncio.run(ALL[name](target, time.monotonic() + seconds)))
    except Exception as broken:
        done.put(f"the attacker itself failed: {broken!r}")
