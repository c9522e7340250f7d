/** The literal defaults of further ports; a test compares them with the `@default` tags. */
export const SERVICE_PORT_DEFAULTS = { struct: 'ModelServicePort', values: { open: true, inService: false } } as const;

/** What the docs of `WorkloadProps` say of a `ModelService`. */
export const CONFIG_PATH = '/etc/model-server';
export const CONTAINER = 'server';

/** Without autoscaling: two replicas survive the loss of a node; a second GPU is a cost that the user decides on. */
export const DEFAULT_REPLICAS = { cpu: 2, gpu: 1 } as const;
