import type { ServerOptions } from './options';

/** Seldon MLServer. */
export interface MlServerOptions extends ServerOptions {
  /**
   * Folder with `settings.json` and the models' `model-settings.json`.
   *
   * @default - where the model source puts the model, or `/mnt/models`
   */
  readonly modelsFolder?: string;
}
