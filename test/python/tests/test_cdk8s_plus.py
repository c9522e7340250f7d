import unittest

import cdk8s_plus_28 as kplus
from cdk8s import Testing
from cdk8s_ml import Autoscaling, Identity, Manifests, MlApp, MlNamespace, SecretSource
from services import deployment, server, service, stock_chart


class InAStockApp(unittest.TestCase):
    def setUp(self):
        self.chart = stock_chart()
        self.model = service(self.chart)

    def test_an_ingress_leads_to_the_service(self):
        ingress = kplus.Ingress(self.chart, "ingress")
        ingress.add_host_rule("models.example.com", "/churn", kplus.IngressBackend.from_service(self.model.service))
        [made] = Manifests.from_chart(self.chart).of_kind("Ingress")
        [path] = made["spec"]["rules"][0]["http"]["paths"]
        self.assertEqual(path["backend"]["service"], {"name": "churn", "port": {"number": 80}})

    def test_an_autoscaler_owns_the_number_of_replicas(self):
        self.assertFalse(self.model.has_autoscaler)
        kplus.HorizontalPodAutoscaler(
            self.chart,
            "autoscaler",
            target=self.model,
            max_replicas=10,
            metrics=[kplus.Metric.resource_cpu(kplus.MetricTarget.average_utilization(70))],
        )
        self.assertTrue(self.model.has_autoscaler)
        manifests = Manifests.from_chart(self.chart)
        manifests.has(
            "HorizontalPodAutoscaler",
            {"spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "churn"}}},
        )
        self.assertNotIn("replicas", manifests.get("Deployment", "churn")["spec"])

    def test_a_second_autoscaler_is_refused(self):
        model = service(autoscaling=Autoscaling.on_cpu(min_replicas=1, max_replicas=3, utilization=70))
        self.assertTrue(model.has_autoscaler)
        with self.assertRaisesRegex(RuntimeError, r"chart/churn: 1 problem\n  autoscaling\n"):
            model.mark_has_autoscaler()

    def test_it_tells_what_it_scales_selects_and_answers_to(self):
        target = self.model.to_scaling_target()
        self.assertEqual(
            (target["apiVersion"], target["kind"], target["name"], target["replicas"]), ("apps/v1", "Deployment", "churn", 2)
        )
        self.assertEqual(self.model.to_pod_selector_config()["namespaces"]["names"], ["serving"])
        self.assertIn("podSelector", self.model.to_network_policy_peer_config())
        self.assertIs(self.model.to_pod_selector(), self.model)
        self.assertIsInstance(self.model.service, kplus.Service)
        self.assertEqual(self.model.url, "http://churn.serving.svc:80")
        self.assertEqual(self.model.deployment.name, self.model.deployment_name)

    def test_network_policies_point_at_it_and_at_a_namespace(self):
        namespace = MlNamespace.existing(self.chart.node.root, "callers", name="loans")
        kplus.NetworkPolicy(
            self.chart,
            "policy",
            selector=self.model,
            ingress=kplus.NetworkPolicyTraffic(rules=[kplus.NetworkPolicyRule(peer=namespace)]),
            egress=kplus.NetworkPolicyTraffic(rules=[kplus.NetworkPolicyRule(peer=self.model)]),
        )
        policies = Manifests.from_chart(self.chart).find(
            "NetworkPolicy", {"spec": {"policyTypes": ["Egress", "Ingress"]}}
        )
        [made] = [policy for policy in policies if policy["metadata"]["name"] != "churn"]
        selector = deployment(self.model)["spec"]["selector"]
        self.assertEqual(made["spec"]["podSelector"], selector)
        self.assertEqual(made["spec"]["egress"][0]["to"][0]["podSelector"], selector)
        self.assertIn("loans", str(made["spec"]["ingress"][0]["from"][0]["namespaceSelector"]))

    def test_it_takes_objects_of_cdk8s_plus(self):
        account = kplus.ServiceAccount(self.chart, "account", metadata={"name": "reader"})
        config = kplus.ConfigMap(self.chart, "shared", metadata={"name": "shared"}, data={"A": "b"})
        secret = kplus.Secret.from_secret_name(self.chart, "key", "hub")
        model = service(
            self.chart,
            "other",
            identity=Identity.service_account(account),
            config_maps=[config],
            secrets=[SecretSource.from_secret(secret, keys=["HF_TOKEN"])],
        )
        self.assertEqual(deployment(model)["spec"]["template"]["spec"]["serviceAccountName"], "reader")
        self.assertIn({"configMapRef": {"name": "shared"}}, server(model)["envFrom"])
        self.assertIn(
            {"name": "HF_TOKEN", "valueFrom": {"secretKeyRef": {"name": "hub", "key": "HF_TOKEN"}}},
            server(model)["env"],
        )

    def test_stock_synthesis_gives_what_mlapp_gives(self):
        app = MlApp(rules=False)
        service(MlNamespace.existing(app, "serving"))
        stock = {object["kind"]: object for object in Testing.synth(self.chart)}
        ours = {object["kind"]: object for object in Manifests.from_app(app).all()}
        self.assertEqual(stock, ours)
