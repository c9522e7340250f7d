import { checkServerPort } from '../../internal/checks/addresses';
import { checkFolder } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkArgs, lastOf, optionsIn } from './arguments';
import { checkPortsApart, checkServer } from './checks';
import { TENSORFLOW_SERVING } from './defaults';
import { ANY_IMAGE, identity, type ServerDefinition } from './definition';
import type { ServerArgsOptions } from './options';
import type { ServerContext, ServerEndpoint, ServerProfile } from './profile';

/** TensorFlow Serving. */
export interface TensorFlowServingOptions extends ServerArgsOptions {
  /**
   * Name of the model in the API and in the probes: `--model_name`. Beside `modelConfigFile`, the one of its models that the
   * probes wait for.
   *
   * @default - `model`; beside `modelConfigFile`, the probes only connect to the port, which opens once all models are loaded
   */
  readonly modelName?: string;
  /**
   * File that lists several models: `--model_config_file`, for example one of the workload's `configFiles`. It says where
   * each model is, so that `modelBasePath` is not used.
   *
   * @default - none: one model
   */
  readonly modelConfigFile?: string;
  /**
   * The port of its REST API: `--rest_api_port`.
   *
   * @default 8501
   */
  readonly port?: number;
  /**
   * The port of its gRPC API: `--port`.
   *
   * @default 8500
   */
  readonly grpcPort?: number;
  /**
   * Folder that holds the numbered versions of the model: `--model_base_path`.
   *
   * @default - where the model source puts the model, or `/models/` and the model's name, as in the image
   */
  readonly modelBasePath?: string;
  /**
   * File with the monitoring configuration that turns Prometheus metrics on: `--monitoring_config_file`. Its path must be
   * `/monitoring/prometheus/metrics`.
   *
   * @default - none: no metrics
   */
  readonly monitoringConfigFile?: string;
}

export function tensorFlowServing(options: TensorFlowServingOptions): ServerDefinition {
  return { check: (check) => checkTensorFlow(check, options), plan: () => profile(options) };
}

const OWN = {
  '--port': 'set grpcPort instead',
  '--rest_api_port': 'set port instead',
  '--model_name': 'set modelName instead',
  '--model_base_path': 'set modelBasePath instead',
  '--model_config_file': 'set modelConfigFile instead',
  '--monitoring_config_file': 'set monitoringConfigFile instead',
};

function checkTensorFlow(check: Checker, options: TensorFlowServingOptions): void {
  checkServer(check, options);
  checkPortsApart(check, options, TENSORFLOW_SERVING.values);
  // tensorflow::Flags (util/command_line_flags.cc)
  checkArgs(check, options.args, OWN, { equalsOnly: true });
  checkServerPort(check.at('port'), options.port);
  checkServerPort(check.at('grpcPort'), options.grpcPort);
  checkFolder(check.at('modelBasePath'), options.modelBasePath);
  checkFolder(check.at('modelConfigFile'), options.modelConfigFile);
  if (options.modelConfigFile !== undefined && options.modelBasePath !== undefined)
    check
      .at('modelBasePath')
      .refuse(options.modelBasePath, 'nothing beside modelConfigFile, which says where each model is', 'leave it out');
  checkFolder(check.at('monitoringConfigFile'), options.monitoringConfigFile);
  if (options.modelName !== undefined && !/^[\w.-]+$/.test(options.modelName))
    check
      .at('modelName')
      .refuse(options.modelName, 'letters, digits, dots, underscores and hyphens: it is part of URLs', 'rename it');
}

/** What the image calls its model (tools/docker/Dockerfile). */
const MODEL = 'model';

function modelArgs(options: TensorFlowServingOptions, { modelPath }: ServerContext): string[] {
  const { modelConfigFile, modelName = MODEL, modelBasePath = modelPath ?? `/models/${modelName}` } = options;
  if (modelConfigFile !== undefined) return [`--model_config_file=${modelConfigFile}`];
  return [`--model_name=${modelName}`, `--model_base_path=${modelBasePath}`];
}

/** As many threads as the CPU limit allows; TensorFlow starts one for each core of the node otherwise. */
function threadArgs({ args }: TensorFlowServingOptions, { cpuLimit }: ServerContext): string[] {
  if (cpuLimit === undefined) return [];
  const given = optionsIn(args);
  const threads = Math.max(1, Math.floor(cpuLimit));
  return ['--tensorflow_intra_op_parallelism', '--tensorflow_inter_op_parallelism']
    .filter((name) => !lastOf(given, name, '--tensorflow_session_parallelism'))
    .map((name) => `${name}=${threads}`);
}

function profile(options: TensorFlowServingOptions): ServerProfile {
  const defaults = TENSORFLOW_SERVING.values;
  const { port = defaults.port, grpcPort = defaults.grpcPort, modelConfigFile, modelName } = options;
  // The REST port opens only after the model was loaded, and the server exits where it could not be (server.cc,
  // server_core.cc). It has no endpoint that says no more than that the process lives: the port itself must do.
  const isOpen: ServerEndpoint = { type: 'tcp', port: 'http' };
  const probed = modelName ?? (modelConfigFile === undefined ? MODEL : undefined);
  const status: ServerEndpoint =
    probed === undefined ? isOpen : { type: 'http', path: `/v1/models/${probed}`, port: 'http' };
  return {
    name: 'tensorflow-serving',
    ports: [
      { name: 'http', port },
      { name: 'grpc', port: grpcPort, appProtocol: 'kubernetes.io/h2c' },
    ],
    startup: status,
    readiness: status,
    liveness: isOpen,
    metrics: options.monitoringConfigFile ? { port: 'http', path: '/monitoring/prometheus/metrics' } : undefined,
    // the image's entry point is a shell script that fixes what is given here
    command: ['tensorflow_model_server'],
    args: (context) => [
      `--rest_api_port=${port}`,
      `--port=${grpcPort}`,
      ...modelArgs(options, context),
      ...(options.monitoringConfigFile ? [`--monitoring_config_file=${options.monitoringConfigFile}`] : []),
      ...threadArgs(options, context),
      ...(options.args ?? []),
    ],
    env: () => ({ ...options.env }),
    // the image runs as root and needs nothing of it, nor of any other user: KServe's runtime has it run as 1000
    ...identity(options, ANY_IMAGE),
    home: '/tmp',
    writable: [],
    needsGpu: false,
    pullsFromHub: false,
    drainsItself: false,
  };
}
