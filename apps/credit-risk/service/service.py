"""The credit-risk API: `uvicorn service:app`. Settings come from the environment: MODEL_PATH, MODEL_SHA256, LOG_LEVEL."""

import logging
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, generate_latest
from pydantic import BaseModel, ConfigDict, Field

from logs import configure_logging
from model import CreditModel, ModelRefused, decide, load_model
from observe import Observe

configure_logging(os.environ.get("LOG_LEVEL", "INFO"))
log = logging.getLogger("credit_risk")

DECISIONS = Counter("credit_risk_decisions_total", "Decisions answered.", ("decision", "model_version"))
MODEL_INFO = Gauge("credit_risk_model_info", "1 for the model that answers.", ("version", "sha256"))


class Application(BaseModel):
    """Numbers only: a string, a boolean, NaN or an unknown field is refused, not guessed at."""

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)

    income: float = Field(ge=0, le=1e9, description="Income in a year")
    debt: float = Field(ge=0, le=1e9, description="All debt, in the currency of the income")
    age: int = Field(ge=18, le=120, description="Age in whole years")
    history_score: float = Field(ge=0, le=1000, description="Score of a credit bureau, 0 (worst) to 1000 (best)")


class Prediction(BaseModel):
    default_probability: float
    decision: Literal["approve", "decline"]


class Holder:
    """The model once it is loaded; until then /health answers and /ready does not."""

    model: CreditModel | None = None


holder = Holder()


def load() -> None:
    """A model that is refused ends the process: waiting would not mend it, and a crash loop is seen."""
    path = Path(os.environ.get("MODEL_PATH", "models/credit_risk.joblib"))
    try:
        model = load_model(path, os.environ.get("MODEL_SHA256"))
    except Exception as error:
        log.critical("model refused: %s", error, exc_info=not isinstance(error, ModelRefused))
        os._exit(3)  # No request has been answered, so there is none to finish.
    MODEL_INFO.labels(model.version, model.sha256).set(1)
    holder.model = model
    log.info("model loaded", extra={"model_version": model.version, "model_sha256": model.sha256})


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    # A daemon thread: SIGTERM must end the process also while a slow volume is being read.
    threading.Thread(target=load, daemon=True).start()
    yield


app = FastAPI(title="credit-risk", version="1.0.0", lifespan=lifespan)
app.add_middleware(Observe)


@app.exception_handler(RequestValidationError)
async def refuse(_: Request, error: RequestValidationError) -> JSONResponse:
    """Says what is wrong without repeating the input: it is personal, and NaN cannot be written as JSON."""
    problems = [{"loc": problem["loc"], "msg": problem["msg"], "type": problem["type"]} for problem in error.errors()]
    return JSONResponse({"detail": problems}, status_code=422)


@app.post("/predict", responses={503: {"description": "The model is not loaded yet"}})
def predict(application: Application) -> Prediction:
    """Runs in a worker thread, so that /health is answered while the model computes."""
    model = holder.model
    if model is None:
        raise HTTPException(503, "the model is not loaded yet", headers={"Retry-After": "1"})
    probability = model.default_probability(application)
    decision = decide(probability)
    DECISIONS.labels(decision, model.version).inc()
    log.info("prediction", extra={"decision": decision, "model_version": model.version})
    return Prediction(default_probability=probability, decision=decision)


@app.get("/health")
async def health() -> dict[str, str]:
    """Liveness: the process answers."""
    return {"status": "alive"}


@app.get("/ready")
async def ready(response: Response) -> dict[str, str]:
    """Readiness: the model is loaded."""
    if holder.model is None:
        response.status_code = 503
        return {"status": "loading"}
    return {"status": "ready", "model_version": holder.model.version}


@app.get("/metrics", include_in_schema=False)
async def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
