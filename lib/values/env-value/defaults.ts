import { defaultsTable } from '../defaults-table';

export const CONFIG_MAP_KEY = defaultsTable('ConfigMapKeyOptions', { optional: false });
