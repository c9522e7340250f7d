"""What the tests share: a service that only says what it must."""

from cdk8s import App, Chart
from cdk8s_ml import Compute, Manifests, ModelServer, ModelService


def stock_chart() -> Chart:
    return Chart(App(), "chart", namespace="serving", disable_resource_name_hashes=True)


def service(scope=None, id="churn", **props) -> ModelService:
    minimal = {
        "image": "ghcr.io/your-org/churn:1.0.0",
        "server": ModelServer.http(port=8000, health_path="/health"),
        "compute": Compute(cpu="500m", memory="512Mi"),
    }
    return ModelService(scope or stock_chart(), id, **{**minimal, **props})


def deployment(model: ModelService) -> dict:
    return Manifests.from_construct(model).get("Deployment", model.deployment_name)


def server(model: ModelService) -> dict:
    return deployment(model)["spec"]["template"]["spec"]["containers"][0]
