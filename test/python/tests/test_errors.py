import os
import unittest

import jsii
from cdk8s import ApiObject, ApiObjectMetadata, App, Chart
from cdk8s_ml import ClusterTarget, Compute, Environment, MlApp, MlNamespace, ModelServer
from constructs import IValidation
from services import service, stock_chart


class Mistakes(unittest.TestCase):
    def test_are_one_exception_with_our_message_which_lists_them_all(self):
        namespace = MlNamespace(MlApp(), "ml-serving")
        with self.assertRaises(RuntimeError) as raised:
            service(
                namespace,
                "churn-predictor",
                image="ghcr.io/your-org/churn-predictor:latest",
                compute=Compute(cpu="500m", memory="512Mi", memory_limit="256Mi"),
                replicas=2.5,
            )
        lines = str(raised.exception).split("\n")
        self.assertEqual(lines[0], "ml-serving/churn-predictor: 3 problems")
        self.assertEqual(
            [line.split()[0] for line in lines[1:]],
            [
                word
                for prop in ("compute.memoryLimit", "image", "replicas")
                for word in (prop, "got", "expected", "fix")
            ],
        )
        self.assertIn("    got       'ghcr.io/your-org/churn-predictor:latest'", lines)
        self.assertIn("    got       '256Mi'", lines)

    def test_of_values_and_traits_are_told_with_the_path_of_the_construct_that_receives_them(self):
        server = ModelServer.http(port=0, health_path="health")
        with self.assertRaisesRegex(
            RuntimeError, r"(?s)^chart/churn: 2 problems\n  server\.port\n.*\n  server\.healthPath\n"
        ):
            service(server=server)

    def test_of_factories_and_settings_are_told_with_their_names(self):
        with self.assertRaisesRegex(
            RuntimeError, r"ClusterTarget\.kubernetes: 1 problem\n  version\n    got       '1\.20'\n"
        ):
            ClusterTarget.kubernetes("1.20")
        with self.assertRaisesRegex(RuntimeError, r"Environment: 1 problem\n  name\n    got       'Prod!'\n"):
            Environment("Prod!")
        with self.assertRaisesRegex(RuntimeError, r"Environment dev: 1 problem\n  settings\.b\n.*\n.*there are: a"):
            Environment("dev", settings={"a": 1}).setting("b")

    def test_leave_nothing_half_made_behind(self):
        chart = stock_chart()
        with self.assertRaises(RuntimeError):
            service(chart, image="churn")
        self.assertEqual(service(chart).node.path, "chart/churn")

    def test_carry_no_frame_of_the_library_or_of_jsii(self):
        with self.assertRaises(RuntimeError) as raised:
            service(image="churn")
        behind = str(raised.exception.__cause__)
        self.assertIn("ValidationError: chart/churn: 1 problem", behind)
        self.assertNotRegex(behind, r"(?m)^\s+at ")


class Calls(unittest.TestCase):
    """What Python, or jsii, refuses before the library sees it."""

    def test_without_a_required_prop_raise_a_type_error_that_names_it(self):
        from cdk8s_ml import ModelService

        with self.assertRaisesRegex(TypeError, "missing 2 required keyword-only arguments: 'compute' and 'server'"):
            ModelService(stock_chart(), "churn", image="ghcr.io/your-org/churn:1.0.0")
        with self.assertRaisesRegex(TypeError, "'memory'"):
            Compute(cpu="1")
        with self.assertRaisesRegex(TypeError, "'memory'"):
            service(compute={"cpu": "1"})

    def test_with_a_misspelt_prop_raise_a_type_error_that_names_it(self):
        with self.assertRaisesRegex(TypeError, "unexpected keyword argument 'replica'"):
            service(replica=2)
        with self.assertRaisesRegex(TypeError, "unexpected keyword argument 'memoryLimit'"):
            service(compute={"cpu": "1", "memory": "1Gi", "memoryLimit": "2Gi"})

    def test_with_a_value_of_another_type_raise_a_type_error_that_names_the_prop(self):
        with self.assertRaisesRegex(TypeError, "argument cpu must be str; got int"):
            Compute(cpu=1, memory="1Gi")
        with self.assertRaisesRegex(
            TypeError, r"argument startup must be one of \(cdk8s.Duration, NoneType\); got int"
        ):
            service(startup=60)

    def test_with_a_number_in_the_config_raise_an_error_that_names_the_key(self):
        with self.assertRaisesRegex(RuntimeError, "(?s)Key 'config'.*Key 'PORT'.*Value is not a string"):
            service(config={"PORT": 8000})


class Synthesis(unittest.TestCase):
    def test_refuses_what_a_rule_finds(self):
        app = MlApp()
        chart = Chart(app, "chart")
        for id in ("one", "other"):
            ApiObject(chart, id, api_version="v1", kind="ConfigMap", metadata=ApiObjectMetadata(name="same"))
        with self.assertRaisesRegex(
            RuntimeError,
            r"chart/other: 1 problem\n  ConfigMap same metadata\.name \(duplicate-object\)\n    got       'same'\n",
        ):
            app.synth()
        self.assertFalse(os.path.exists("dist"))

    def test_refuses_what_a_validation_in_python_finds(self):
        @jsii.implements(IValidation)
        class Budget:
            def validate(self):
                return ["the team has money for two GPUs"]

        app = MlApp()
        Chart(app, "chart").node.add_validation(Budget())
        with self.assertRaisesRegex(
            RuntimeError, r"chart: 1 problem\n(.*\n)+?.*expected  the team has money for two GPUs\n"
        ):
            app.synth_yaml()

    def test_of_several_environments_says_which_is_wrong_and_writes_none(self):
        apps = []
        for name in ("dev", "prod"):
            app = MlApp(name="wrong", environment=Environment(name))
            ApiObject(
                Chart(app, "chart"),
                "data",
                api_version="v1",
                kind="ConfigMap",
                metadata=ApiObjectMetadata(name=f"{name}_"),
            )
            apps.append(app)
        with self.assertRaises(RuntimeError) as raised:
            MlApp.synth_all(apps)
        for name in ("dev", "prod"):
            self.assertIn(f"[wrong/{name}] chart/data: 1 problem\n", str(raised.exception))
        self.assertFalse(os.path.exists("dist"))

    def test_takes_apps_of_ours_only(self):
        with self.assertRaisesRegex(TypeError, "must be cdk8s_ml.MlApp; got cdk8s.App"):
            MlApp.synth_all([App()])
