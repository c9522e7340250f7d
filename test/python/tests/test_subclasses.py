import unittest

import cdk8s_plus_28 as kplus
from cdk8s import ApiObject, Chart
from cdk8s_ml import Environment, Manifests, MlApp, MlNamespace, ModelService
from constructs import Construct
from services import service


class Subclasses(unittest.TestCase):
    def test_of_construct_hold_services(self):
        class Team(Construct):
            def __init__(self, scope, id, *, models):
                super().__init__(scope, id)
                self.models = [service(self, name) for name in models]

        app = MlApp()
        team = Team(MlNamespace(app, "lab"), "team", models=["one", "two"])
        self.assertEqual([model.node.path for model in team.models], ["lab/team/one", "lab/team/two"])
        self.assertEqual(Manifests.from_construct(team).count("Deployment"), 2)

    def test_of_mlnamespace_set_defaults_of_a_team(self):
        class Lab(MlNamespace):
            def __init__(self, scope, id):
                super().__init__(scope, id, labels={"team": "lab"}, prometheus_namespace="monitoring")

        app = MlApp()
        lab = Lab(app, "lab")
        shared = lab.share("more")
        self.assertEqual((lab.namespace_name, shared.namespace_name), ("lab", "lab"))
        self.assertIs(app.charts[0], lab)
        Manifests.from_app(app).has("Namespace", {"metadata": {"name": "lab", "labels": {"team": "lab"}}})

    def test_of_modelservice_set_defaults_and_scale(self):
        class Churn(ModelService):
            def __init__(self, scope, id, *, image):
                from cdk8s_ml import Compute, ModelServer

                super().__init__(
                    scope,
                    id,
                    image=image,
                    server=ModelServer.http(port=8000, health_path="/health"),
                    compute=Compute(cpu="1", memory="1Gi"),
                )

        app = MlApp()
        lab = MlNamespace(app, "lab")
        churn = Churn(lab, "churn", image="ghcr.io/your-org/churn:1.0.0")
        kplus.HorizontalPodAutoscaler(
            lab,
            "autoscaler",
            target=churn,
            max_replicas=3,
            metrics=[kplus.Metric.resource_cpu(kplus.MetricTarget.average_utilization(70))],
        )
        self.assertTrue(churn.has_autoscaler)
        self.assertIn(
            "scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: churn\n", app.synth_yaml()
        )

    def test_of_mlapp_are_synthesized_together(self):
        class Ours(MlApp):
            def __init__(self, name):
                super().__init__(name="ours", environment=Environment(name))
                service(MlNamespace(self, "lab"))

        report = MlApp.synth_all([Ours("dev"), Ours("prod")])
        self.assertEqual(
            [(entry.app, entry.environment, entry.files) for entry in report.entries],
            [("ours", "dev", 1), ("ours", "prod", 1)],
        )
        self.assertEqual(Manifests.from_files("dist/ours").count("Deployment"), 2)

    def test_of_chart_are_asked_for_names_and_documents(self):
        class Named(Chart):
            def generate_object_name(self, api_object):
                return f"ours-{api_object.node.id.lower()}"

            def to_json(self):
                return [*super().to_json(), {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "added"}}]

        app = MlApp()
        ApiObject(Named(app, "chart"), "Data", api_version="v1", kind="ConfigMap")
        names = [line for line in app.synth_yaml().splitlines() if line.startswith("  name: ")]
        self.assertEqual(names, ["  name: ours-data", "  name: added"])

    def test_that_fail_during_synthesis_fail_with_their_own_words(self):
        class Broken(Chart):
            def generate_object_name(self, api_object):
                raise ValueError("names are not agreed on yet")

        app = MlApp()
        chart = Broken(app, "chart")
        with self.assertRaisesRegex(Exception, "names are not agreed on yet"):
            ApiObject(chart, "data", api_version="v1", kind="ConfigMap")
            app.synth_yaml()
