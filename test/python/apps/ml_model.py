"""Three ways to serve a model: on a node port, with a download and a log shipper, and on TensorFlow Serving."""

from cdk8s import Duration
from cdk8s_ml import (
    Autoscaling,
    Compute,
    Environment,
    Exposure,
    MlApp,
    MlNamespace,
    ModelServer,
    ModelService,
    ModelServiceNames,
    ModelSource,
    SecretSource,
    Sidecar,
    VerticalAutoscaling,
)

REST = ModelServer.http(port=5000, health_path="/health")
COMPUTE = Compute(cpu="250m", memory="512Mi")


def ml_model() -> list[MlApp]:
    apps = []
    for environment in [Environment("minikube"), Environment("prod")]:
        app = MlApp(name="ml-model", environment=environment)
        models = MlNamespace(app, "models")
        node_port_model(models)
        downloaded_model(models)
        tensorflow_model(models)
        apps.append(app)
    return apps


def is_laptop(models: MlNamespace) -> bool:
    return Environment.of(models).name == "minikube"


def node_port_model(models: MlNamespace) -> None:
    least, most = (1, 2) if is_laptop(models) else (2, 10)
    ModelService(
        models,
        "ml-model",
        image="bittusharma/ml-api:v1",
        server=REST,
        compute=COMPUTE,
        exposure=Exposure.node_port(port=80, node_port=30001),
        autoscaling=Autoscaling.on_cpu(min_replicas=least, max_replicas=most, initial_replicas=least, utilization=70),
        names=ModelServiceNames(deployment="ml-model-deployment", service="ml-model-service"),
    )


def downloaded_model(models: MlNamespace) -> None:
    laptop = is_laptop(models)
    ModelService(
        models,
        "model",
        image="bittusharma/ml-api:v1",
        server=REST,
        compute=COMPUTE,
        replicas=1 if laptop else 3,
        model=ModelSource.http(url="https://example.com/model.pkl", size="200Mi"),
        startup=Duration.minutes(3),
        sidecars=[Sidecar.fluentd(log_path="/var/log/model")],
        vertical_autoscaling=VerticalAutoscaling.in_place_or_recreate(),
        exposure=Exposure.node_port(port=80) if laptop else Exposure.load_balancer(port=80),
        names=ModelServiceNames(deployment="model-deployment", service="model-service"),
    )


def tensorflow_model(models: MlNamespace) -> None:
    laptop = is_laptop(models)
    ModelService(
        models,
        "tf-serving",
        image="tensorflow/serving:2.19.1",
        server=ModelServer.tensorflow_serving(model_name="half-plus-two"),
        compute=Compute(cpu="1", memory="2Gi"),
        model=ModelSource.s3(
            uri="s3://your-bucket/models/half-plus-two",
            region="eu-central-1",
            size="500Mi",
            credentials=SecretSource.existing("model-store", keys=["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]),
        ),
        autoscaling=Autoscaling.on_cpu(
            min_replicas=1 if laptop else 2, max_replicas=2 if laptop else 10, utilization=70
        ),
    )
