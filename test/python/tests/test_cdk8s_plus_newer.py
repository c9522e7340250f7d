import importlib
import unittest

import cdk8s_plus_28
from cdk8s import App, Chart
from cdk8s_ml import Identity, Manifests, MlNamespace, NetworkAccess, NetworkPeer, SecretSource
from services import service, stock_chart

# of these, the library knows nothing
PACKAGES = [cdk8s_plus_28, importlib.import_module("cdk8s_plus_33"), importlib.import_module("cdk8s_plus_34")]


def what_is_made(kplus):
    """The objects of the library, and those of cdk8s-plus that point at them."""
    chart = stock_chart()
    model = service(
        chart,
        identity=Identity.service_account(kplus.ServiceAccount(chart, "account", metadata={"name": "reader"})),
        config_maps=[kplus.ConfigMap(chart, "shared", metadata={"name": "shared"}, data={"A": "b"})],
        secrets=[SecretSource.from_secret(kplus.Secret.from_secret_name(chart, "key", "hub"), keys=["HF_TOKEN"])],
        access=NetworkAccess.allow(from_=[NetworkPeer.peer(kplus.Pods.select(chart, "web", labels={"app": "web"}))]),
    )
    model.allow_from(kplus.Namespaces.select(chart, "loans", names=["loans"]))
    kplus.HorizontalPodAutoscaler(
        chart,
        "autoscaler",
        target=model,
        max_replicas=10,
        metrics=[kplus.Metric.resource_cpu(kplus.MetricTarget.average_utilization(70))],
    )
    kplus.NetworkPolicy(
        chart,
        "policy",
        selector=model,
        ingress=kplus.NetworkPolicyTraffic(
            rules=[kplus.NetworkPolicyRule(peer=MlNamespace.existing(chart.node.root, "callers"))]
        ),
        egress=kplus.NetworkPolicyTraffic(rules=[kplus.NetworkPolicyRule(peer=model)]),
    )
    kplus.Service(chart, "second", selector=model, ports=[kplus.ServicePort(port=8000)])
    described = kplus.Service(
        Chart(App(), "not-written"),
        "service",
        metadata={"name": model.service.name},
        ports=[kplus.ServicePort(port=model.service.port)],
    )
    ingress = kplus.Ingress(chart, "ingress")
    ingress.add_host_rule("models.example.com", "/churn", kplus.IngressBackend.from_service(described))
    return Manifests.from_chart(chart)


class EveryPackageOfCdk8sPlus(unittest.TestCase):
    def test_gives_the_same_objects(self):
        first, *others = [what_is_made(kplus).all() for kplus in PACKAGES]
        for other in others:
            self.assertEqual(other, first)

    def test_points_at_the_model(self):
        for kplus in PACKAGES:
            manifests = what_is_made(kplus)
            manifests.has("HorizontalPodAutoscaler", {"spec": {"scaleTargetRef": {"kind": "Deployment", "name": "churn"}}})
            [ingress] = manifests.of_kind("Ingress")
            [path] = ingress["spec"]["rules"][0]["http"]["paths"]
            self.assertEqual(path["backend"]["service"], {"name": "churn", "port": {"number": 80}})
            self.assertNotIn("replicas", manifests.get("Deployment", "churn")["spec"])

    def test_another_object_than_the_one_that_is_asked_for_is_refused(self):
        for kplus in PACKAGES:
            chart = stock_chart()
            account = kplus.ServiceAccount(chart, "account")
            with self.assertRaisesRegex(RuntimeError, "expected +a Secret of cdk8s-plus"):
                service(chart, secrets=[SecretSource.from_secret(account, keys=["HF_TOKEN"])])
