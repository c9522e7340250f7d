"""A FastAPI service that the pods which decide on loans call; what environments differ by is in their settings."""

from cdk8s import Duration
from cdk8s_ml import (
    Autoscaling,
    Compute,
    Environment,
    MlApp,
    MlNamespace,
    ModelServer,
    ModelService,
    Monitoring,
    NetworkAccess,
    NetworkPeer,
)

ENVIRONMENTS = [
    Environment("local", settings={"log_level": "DEBUG"}),
    Environment("dev", settings={"log_level": "DEBUG", "scaling": {"min_replicas": 1, "max_replicas": 2}}),
    Environment("prod", settings={"log_level": "INFO", "scaling": {"min_replicas": 2, "max_replicas": 10}}),
]


def credit_risk() -> list[MlApp]:
    apps = []
    for environment in ENVIRONMENTS:
        app = MlApp(name="credit-risk", environment=environment)
        is_local = environment.name == "local"
        ModelService(
            MlNamespace(app, "credit-risk"),
            "credit-risk",
            image="ghcr.io/your-org/credit-risk:1.0.0",
            server=ModelServer.fast_api(
                app="service:app",
                port=8080,
                health_path="/ready",
                liveness_path="/health",
                metrics_path="/metrics",
            ),
            compute=Compute(cpu="250m", memory="512Mi"),
            startup=Duration.minutes(2),
            drain=Duration.seconds(30),
            config={
                "MODEL_PATH": "/app/models/credit_risk.joblib",
                "LOG_LEVEL": environment.setting("log_level"),
            },
            replicas=1 if is_local else None,
            autoscaling=None if is_local else Autoscaling.on_cpu(**environment.setting("scaling"), utilization=70),
            access=NetworkAccess.allow(from_=[NetworkPeer.namespace("loans")], egress=[]),
            monitoring=None if is_local else Monitoring.service_monitor(),
        )
        apps.append(app)
    return apps
