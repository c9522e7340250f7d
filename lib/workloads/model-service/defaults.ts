/** The literal defaults of `ModelService`; a test compares them with the `@default` tags and with what is emitted. */
export const MODEL_SERVICE_DEFAULTS = {
  struct: 'ModelServiceProps',
  values: {
    configPath: '/etc/model-server',
    keepOldConfig: true,
  },
} as const;

/** The literal defaults of `ModelServiceNames`. */
export const MODEL_SERVICE_NAMES_DEFAULTS = {
  struct: 'ModelServiceNames',
  values: {
    container: 'server',
  },
} as const;

/** Without autoscaling: two replicas survive the loss of a node; a second GPU is a cost that the user decides on. */
export const DEFAULT_REPLICAS = { cpu: 2, gpu: 1 } as const;
