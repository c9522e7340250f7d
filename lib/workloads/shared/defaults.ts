/** The literal defaults of `WorkloadProps`; a test compares them with the `@default` tags. */
export const WORKLOAD_DEFAULTS = { struct: 'WorkloadProps', values: { keepOldConfig: true } } as const;
