import unittest

import cdk8s
import jsii
from cdk8s import ApiObject, ApiObjectMetadata, Chart, Duration, JsonPatch
from cdk8s_ml import (
    Autoscaling,
    Cloud,
    ClusterTarget,
    Compute,
    Environment,
    ExternalTraffic,
    Exposure,
    Gpu,
    GpuModel,
    Manifests,
    MlApp,
    MlNamespace,
    NamespaceQuota,
    NetworkAccess,
    NetworkPeer,
    PodSecurityLevel,
    Probe,
    Toleration,
)
from cdk8s_plus_28 import k8s
from services import deployment, server, service, stock_chart


class Structs(unittest.TestCase):
    def test_are_classes_or_dicts_with_the_same_names(self):
        as_class = service(compute=Compute(cpu="1", memory="1Gi", memory_limit="2Gi"))
        as_dict = service(compute={"cpu": "1", "memory": "1Gi", "memory_limit": "2Gi"})
        self.assertEqual(server(as_class), server(as_dict))

    def test_may_be_dicts_inside_dicts_and_lists(self):
        model = service(
            probes={"liveness": Probe.http(path="/alive", period=Duration.seconds(7))},
            tolerations=[{"key": "dedicated", "value": "ml", "effect": "NoSchedule"}, Toleration(key="spot")],
            names={"service": "front"},
        )
        self.assertEqual(server(model)["livenessProbe"]["periodSeconds"], 7)
        tolerations = deployment(model)["spec"]["template"]["spec"]["tolerations"]
        self.assertEqual([t["key"] for t in tolerations], ["dedicated", "spot"])
        self.assertEqual(model.service.name, "front")

    def test_compare_and_read_like_data(self):
        self.assertEqual(Compute(cpu="1", memory="1Gi"), Compute(cpu="1", memory="1Gi"))
        self.assertEqual(Compute(cpu="1", memory="1Gi").memory, "1Gi")


class Props(unittest.TestCase):
    def test_that_are_none_are_as_if_left_out(self):
        none = service(
            replicas=None, config=None, startup=None, autoscaling=None, exposure=None, names=None, labels=None
        )
        self.assertEqual(deployment(none), deployment(service()))

    def test_that_are_words_of_python_end_in_an_underscore(self):
        model = service(
            exposure=Exposure.ingress(host="models.example.com", from_=[NetworkPeer.namespace("ingress")]),
            access=NetworkAccess.allow(from_=[NetworkPeer.cidr("10.0.0.0/8", except_=["10.1.0.0/16"])]),
        )
        [policy] = Manifests.from_construct(model).of_kind("NetworkPolicy")
        self.assertIn(
            {"ipBlock": {"cidr": "10.0.0.0/8", "except": ["10.1.0.0/16"]}}, policy["spec"]["ingress"][0]["from"]
        )

    def test_that_are_maps_keep_their_keys(self):
        labels = {"camelCase": "a", "snake_case": "b", "team.example.com/owner": "c"}
        config = {"MODEL_PATH": "/m", "logLevel": "INFO", "EMPTY": ""}
        model = service(labels=labels, config=config)
        self.assertLessEqual(labels.items(), deployment(model)["metadata"]["labels"].items())
        [made] = Manifests.from_construct(model).of_kind("ConfigMap")
        self.assertEqual(made["data"], config)

    def test_that_are_text_keep_every_character(self):
        config = {"TEXT": "naïve – ✓ 😀\n\tno\n", "NO": "no", "NUMBER": "0o17", "EMPTY": ""}
        [made] = Manifests.from_construct(service(config=config)).of_kind("ConfigMap")
        self.assertEqual(made["data"], config)

    def test_that_are_lists_must_be_lists(self):
        with self.assertRaises(AttributeError):
            service(tolerations=(Toleration(key="spot"),))

    def test_that_are_durations_may_have_any_unit(self):
        self.assertEqual(
            deployment(service(drain=Duration.minutes(1))), deployment(service(drain=Duration.seconds(60)))
        )


class Enums(unittest.TestCase):
    def test_come_through(self):
        self.assertEqual(ClusterTarget.kubernetes("1.34", cloud=Cloud.EKS).cloud, Cloud.EKS)
        namespace = MlNamespace(MlApp(), "lab", pod_security=PodSecurityLevel.BASELINE, quota=NamespaceQuota(pods=4))
        labels = Manifests.from_chart(namespace).get("Namespace", "lab")["metadata"]["labels"]
        self.assertEqual(labels["pod-security.kubernetes.io/enforce"], "baseline")
        model = service(exposure=Exposure.load_balancer(external_traffic=ExternalTraffic.LOCAL))
        [front] = Manifests.from_construct(model).of_kind("Service")
        self.assertEqual(front["spec"]["externalTrafficPolicy"], "Local")

    def test_are_not_text(self):
        with self.assertRaisesRegex(TypeError, "argument cloud must be"):
            ClusterTarget.kubernetes("1.34", cloud="eks")

    def test_and_gpus_that_are_constants_are_found_under_their_names(self):
        names = ["A10", "A10_G", "A100_40_GB", "A100_80_GB", "B200", "H100_80_GB", "H200", "L4", "L40_S", "T4", "V100"]
        for name in names:
            self.assertIsInstance(getattr(GpuModel, name), GpuModel)
        limits = server(service(compute=Compute(cpu="4", memory="24Gi", gpu=Gpu.nvidia(model=GpuModel.L4))))[
            "resources"
        ]["limits"]
        self.assertEqual(limits["nvidia.com/gpu"], "1")


class Environments(unittest.TestCase):
    def test_that_are_extended_are_found_with_what_they_add(self):
        class Sized(Environment):
            def __init__(self, name, *, compute):
                super().__init__(name, cluster=ClusterTarget.kubernetes("1.30"))
                self.compute = compute

        environment = Sized("prod", compute=Compute(cpu="1", memory="1Gi", memory_limit="2Gi"))
        namespace = MlNamespace(MlApp(environment=environment), "lab")
        found = Environment.of(service(namespace, compute=environment.compute))
        self.assertIs(found, environment)
        self.assertEqual(found.compute.memory_limit, "2Gi")
        self.assertEqual(ClusterTarget.of(namespace).version, "1.30")

    def test_give_back_settings_that_are_plain_data(self):
        settings = {"replicas": 3, "share": 0.5, "debug": True, "hosts": ["a", "b"], "sizes": {"small_one": 1}}
        environment = Environment("dev", settings=settings)
        for name, value in settings.items():
            self.assertEqual(environment.setting(name), value)
        self.assertIsInstance(environment.setting("replicas"), int)

    def test_give_back_settings_that_are_objects_of_the_library(self):
        autoscaling = Autoscaling.on_cpu(min_replicas=1, max_replicas=2, utilization=70)
        environment = Environment("dev", settings={"autoscaling": autoscaling, "drain": Duration.seconds(45)})
        model = service(autoscaling=environment.setting("autoscaling"), drain=environment.setting("drain"))
        self.assertTrue(model.has_autoscaler)
        self.assertEqual(deployment(model)["spec"]["template"]["spec"]["terminationGracePeriodSeconds"], 45)

    def test_give_back_enums_and_structs_of_the_settings_as_jsii_sees_them(self):
        compute = Compute(cpu="1", memory="1Gi", memory_limit="2Gi")
        environment = Environment("dev", settings={"cloud": Cloud.EKS, "compute": compute, "domain": None})
        self.assertEqual(environment.setting("cloud"), "eks")
        self.assertEqual(environment.setting("compute"), {"cpu": "1", "memory": "1Gi", "memoryLimit": "2Gi"})
        with self.assertRaisesRegex(RuntimeError, "settings.domain"):
            environment.setting("domain")


class Overrides(unittest.TestCase):
    def test_merge_dicts_and_find_containers_by_name(self):
        pod = {"dnsPolicy": "Default", "containers": [{"name": "server", "tty": True}]}
        model = service(
            overrides={
                "Deployment": {"spec": {"template": {"spec": pod}}},
                "Service": {"spec": {"sessionAffinity": "ClientIP"}},
            }
        )
        self.assertEqual(deployment(model)["spec"]["template"]["spec"]["dnsPolicy"], "Default")
        self.assertEqual((server(model)["tty"], server(model)["image"]), (True, "ghcr.io/your-org/churn:1.0.0"))
        self.assertEqual(model.service.name, "churn")

    def test_remove_with_the_directive_of_kubectl(self):
        gone = {"$patch": "delete"}
        model = service(
            overrides={
                "Deployment": {
                    "spec": {"progressDeadlineSeconds": gone, "template": {"spec": {"topologySpreadConstraints": gone}}}
                }
            }
        )
        self.assertNotIn("progressDeadlineSeconds", deployment(model)["spec"])
        self.assertNotIn("topologySpreadConstraints", deployment(model)["spec"]["template"]["spec"])

    def test_lose_none_on_the_way(self):
        model = service(overrides={"Deployment": {"spec": {"progressDeadlineSeconds": None}}})
        self.assertIn("progressDeadlineSeconds", deployment(model)["spec"])

    def test_refuse_a_kind_that_is_not_made_and_what_is_not_json(self):
        with self.assertRaisesRegex(
            RuntimeError, r"overrides\.Deploymnt\n(.*\n)*.*expected  the kind of an object.*Deployment"
        ):
            service(overrides={"Deploymnt": {}})
        with self.assertRaisesRegex(RuntimeError, r"overrides\.Deployment\.spec\.progressDeadlineSeconds\n.*an instance of a class"):
            service(overrides={"Deployment": {"spec": {"progressDeadlineSeconds": Duration.minutes(2)}}})


class LazyValues(unittest.TestCase):
    def test_are_asked_at_synthesis(self):
        @jsii.implements(cdk8s.IAnyProducer)
        class Later:
            def produce(self):
                return {"replicas": count}

        app = MlApp()
        k8s.KubeControllerRevision(Chart(app, "chart"), "revision", revision=1, data=cdk8s.Lazy.any(Later()))
        count = 7
        self.assertIn("data:\n  replicas: 7\n", app.synth_yaml())

    def test_number_of_replicas_follows_an_autoscaler_that_comes_later(self):
        model = service()
        self.assertEqual(deployment(model)["spec"]["replicas"], 2)
        model.mark_has_autoscaler()
        self.assertNotIn("replicas", deployment(model)["spec"])

    def test_json_patches_arrive(self):
        model = service(stock_chart())
        model.deployment.add_json_patch(JsonPatch.add("/spec/minReadySeconds", 5))
        ApiObject(model, "more", api_version="v1", kind="ConfigMap", metadata=ApiObjectMetadata(name="more"))
        self.assertEqual(deployment(model)["spec"]["minReadySeconds"], 5)
