"""Around every request: an id, a bound on the body, a log line, and Prometheus metrics."""

import json
import logging
import re
import time
from uuid import uuid4

from prometheus_client import Counter, Histogram, disable_created_metrics
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from logs import request_id

log = logging.getLogger("credit_risk.http")

# An applicant is some 100 bytes. Without a bound one request could fill the memory of the pod.
MAX_BODY_BYTES = 16 * 1024
# Kept narrow because it is written to the log and sent back.
REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# Asked for every few seconds by machines; logged at DEBUG only.
QUIET = ("/health", "/ready", "/metrics")

disable_created_metrics()
REQUESTS = Counter("http_requests_total", "Requests answered.", ("method", "path", "status"))
SECONDS = Histogram(
    "http_request_duration_seconds",
    "Time from the head of the request to the end of the answer.",
    ("method", "path"),
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


class Observe:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        given = headers.get(b"x-request-id", "")
        token = request_id.set(given if REQUEST_ID.fullmatch(given) else uuid4().hex)
        started = time.perf_counter()
        status: int | None = None

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.get().encode())]
            await send(message)

        try:
            if refusal := _refusal_of_body(headers):
                await _answer(send_with_id, *refusal)
            else:
                await self.app(scope, receive, send_with_id)
        except Exception:
            log.exception("unhandled error")
            if status is None:
                await _answer(send_with_id, 500, "internal error")
        finally:
            # Unanswered: cut off by the end of the grace period.
            _record(scope, status or 500, time.perf_counter() - started)
            request_id.reset(token)


def _refusal_of_body(headers: dict[bytes, str]) -> tuple[int, str] | None:
    if b"transfer-encoding" in headers:
        return 411, "send a Content-Length"
    length = headers.get(b"content-length", "0")
    # The HTTP parser has refused anything but digits, and reads no more than was announced.
    if int(length) > MAX_BODY_BYTES:
        return 413, f"the body is longer than {MAX_BODY_BYTES} bytes"
    return None


async def _answer(send: Send, status: int, detail: str) -> None:
    body = json.dumps({"detail": detail}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _record(scope: Scope, status: int, seconds: float) -> None:
    # Labels take known values only, so that nobody can fill Prometheus by asking for random paths.
    path = getattr(scope.get("route"), "path", "other")
    method = scope["method"] if scope["method"] in METHODS else "other"
    REQUESTS.labels(method, path, str(status)).inc()
    SECONDS.labels(method, path).observe(seconds)
    level = logging.DEBUG if path in QUIET else logging.INFO
    fields = {"method": method, "path": path, "status": status, "duration_ms": round(seconds * 1000, 3)}
    log.log(level, "request", extra=fields)
