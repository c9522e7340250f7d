/** The literal defaults of volumes; a test compares them with the `@default` tags. */
export const EMPTY_VOLUME_DEFAULTS = { struct: 'EmptyVolumeOptions', values: { memory: false } } as const;
