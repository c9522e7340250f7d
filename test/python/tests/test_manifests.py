import unittest

from cdk8s_ml import Manifests, Match, MlApp, MlNamespace, Rules
from services import service


class Lookup(unittest.TestCase):
    def setUp(self):
        self.app = MlApp()
        self.namespace = MlNamespace(self.app, "lab")
        self.model = service(self.namespace)
        self.manifests = Manifests.from_app(self.app)

    def test_gives_plain_dicts_and_lists(self):
        made = self.manifests.get("Deployment", "churn")
        self.assertIs(type(made), dict)
        self.assertEqual(made["spec"]["replicas"], 2)
        self.assertEqual(self.manifests.container("Deployment", "churn", "server")["name"], "server")
        self.assertIs(self.manifests.pod_spec("Deployment", "churn")["automountServiceAccountToken"], False)
        self.assertIn("Deployment lab/churn", self.manifests.list())
        self.assertEqual(len(self.manifests.all()), self.manifests.count("*"))

    def test_finds_by_kind_namespace_and_pattern(self):
        self.assertEqual(self.manifests.in_namespace("lab").count("Service"), 1)
        self.assertEqual(len(self.manifests.find("Service", {"spec": {"type": "ClusterIP"}})), 1)
        self.assertEqual(self.manifests.find("Service", {"spec": {"type": "NodePort"}}), [])

    def test_reads_files_and_objects(self):
        objects = [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "one"}}]
        self.assertEqual(Manifests.from_objects(objects).list(), ["Pod one"])
        MlApp.synth_all([self.app])
        self.assertEqual(Manifests.from_files("dist").list(), self.manifests.list())


class Assertions(unittest.TestCase):
    def setUp(self):
        app = MlApp()
        service(MlNamespace(app, "lab"))
        self.manifests = Manifests.from_app(app)

    def test_hold(self):
        server = Match.object_like({"name": "server", "image": Match.string_like("ghcr.io/your-org/*")})
        self.manifests.has_count("Deployment", 1)
        self.manifests.has_no("Secret")
        self.manifests.has_every("Deployment", {"metadata": {"labels": Match.any_value()}})
        self.manifests.has(
            "Deployment",
            {
                "metadata": {"name": "churn"},
                "spec": {
                    "paused": Match.absent(),
                    "template": {
                        "spec": {"hostNetwork": Match.other_than(True), "containers": Match.array_with([server])}
                    },
                },
            },
        )
        self.manifests.has(
            "Deployment",
            {
                "spec": {
                    "template": {
                        "spec": {"containers": [{"resources": {"requests": {"memory": Match.quantity("0.5Gi")}}}]}
                    }
                }
            },
        )

    def test_fail_with_the_nearest_object_and_where_it_differs(self):
        with self.assertRaises(RuntimeError) as raised:
            self.manifests.has("Deployment", {"metadata": {"name": "churn"}, "spec": {"replicas": 3}})
        message = str(raised.exception)
        self.assertIn("no Deployment matches the pattern", message)
        self.assertRegex(message, r"spec\.replicas\n +got +2\n +expected +3")

    def test_need_absent_where_typescript_may_say_undefined(self):
        # jsii drops None on the way, so that it asks nothing
        self.manifests.has("Deployment", {"spec": {"replicas": None}})
        with self.assertRaises(RuntimeError):
            self.manifests.has("Deployment", {"spec": {"replicas": Match.absent()}})

    def test_describe_their_matchers(self):
        self.assertEqual(Match.regex("^v").to_string(), "a string that matches /^v/")


class RuleList(unittest.TestCase):
    def test_is_readable(self):
        by_id = {rule.id: rule for rule in Rules.all()}
        self.assertEqual(by_id["duplicate-object"].severity, "error")
        self.assertTrue(all(rule.title and rule.why and rule.fix for rule in by_id.values()))
