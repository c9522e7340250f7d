import type { ServerOptions } from './options';

/** TensorFlow Serving. */
export interface TensorFlowServingOptions extends ServerOptions {
  /**
   * Name of the model in the API, `--model_name`.
   *
   * @default - the workload's id
   */
  readonly modelName?: string;
  /**
   * Folder that holds the numbered versions of the model, `--model_base_path`.
   *
   * @default - where the model source puts the model, or `/models/<model name>`
   */
  readonly modelBasePath?: string;
  /**
   * File with the monitoring configuration that turns Prometheus metrics on, `--monitoring_config_file`.
   *
   * @default - none: no metrics
   */
  readonly monitoringConfigFile?: string;
}
