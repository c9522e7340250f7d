"""A churn model behind a load balancer, with every number of its operators' table."""

from cdk8s import Duration
from cdk8s_ml import (
    Autoscaling,
    ClusterTarget,
    Compute,
    EgressOptions,
    Environment,
    Exposure,
    MlApp,
    MlNamespace,
    ModelServer,
    ModelService,
    ModelServiceNames,
    NetworkAccess,
    NetworkPeer,
    Probe,
    Probes,
    Rollout,
    SecretSource,
)


class ChurnEnvironment(Environment):
    def __init__(self, name: str, *, min_replicas: int, max_replicas: int, initial_replicas: int) -> None:
        super().__init__(name, cluster=ClusterTarget.kubernetes("1.33"))
        self.min_replicas = min_replicas
        self.max_replicas = max_replicas
        self.initial_replicas = initial_replicas


ENVIRONMENTS = [
    ChurnEnvironment("dev", min_replicas=1, max_replicas=3, initial_replicas=1),
    ChurnEnvironment("test", min_replicas=2, max_replicas=4, initial_replicas=2),
    ChurnEnvironment("prod", min_replicas=2, max_replicas=20, initial_replicas=3),
]

NOT_PUBLIC = ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"]

WAIVER = {
    "cdk8s-ml.io/waive-hpa-with-fixed-replicas": (
        "the first rollout must start with as many pods as the traffic needs; "
        "applies are rare and made outside the peak"
    ),
}


def churn_predictor() -> list[MlApp]:
    return [app_for(environment) for environment in ENVIRONMENTS]


def app_for(environment: ChurnEnvironment) -> MlApp:
    app = MlApp(name="churn-predictor", environment=environment)
    serving = MlNamespace(app, "ml-serving")

    ModelService(
        serving,
        "churn-predictor",
        image="ghcr.io/your-org/churn-predictor:1.0.0",
        server=ModelServer.http(port=8000, health_path="/health"),
        compute=Compute(cpu="500m", cpu_limit="2000m", memory="512Mi", memory_limit="2Gi"),
        config={
            "MODEL_PATH": "/app/models/churn_model.pkl",
            "LOG_LEVEL": "INFO",
            "MLFLOW_TRACKING_URI": "http://mlflow-server.ml-serving.svc.cluster.local:5000",
        },
        secrets=[
            SecretSource.existing("churn-predictor-secrets", keys=["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]),
        ],
        probes=Probes(
            liveness=Probe.http(
                path="/health",
                initial_delay=Duration.seconds(30),
                period=Duration.seconds(15),
                failure_threshold=3,
            ),
            readiness=Probe.http(
                path="/health",
                initial_delay=Duration.seconds(20),
                period=Duration.seconds(10),
                failure_threshold=3,
            ),
        ),
        drain=Duration.seconds(30),
        rollout=Rollout.rolling(max_surge=1, max_unavailable=0),
        exposure=Exposure.load_balancer(port=80),
        access=NetworkAccess.allow(
            egress=[
                EgressOptions(to=[NetworkPeer.same_namespace()], ports=[5000]),
                EgressOptions(to=[NetworkPeer.cidr("0.0.0.0/0", NOT_PUBLIC)], ports=[443]),
            ],
        ),
        autoscaling=Autoscaling.on_cpu(
            min_replicas=environment.min_replicas,
            max_replicas=environment.max_replicas,
            initial_replicas=environment.initial_replicas,
            utilization=70,
        ),
        names=ModelServiceNames(
            container="api",
            config="churn-predictor-config",
            service="churn-predictor-svc",
            autoscaler="churn-predictor-hpa",
        ),
        labels={"app": "churn-predictor", "version": "1.0.0"},
        overrides={"Deployment": {"metadata": {"annotations": WAIVER}}},
    )
    return app
