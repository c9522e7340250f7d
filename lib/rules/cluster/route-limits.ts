/**
 * The most entries of the lists, and the longest texts, in HTTPRoutes of the Gateway API; `*` is every entry of a list. From the CRDs
 * of Gateway API 1.6 (a test compares them); GRPCRoutes have some of these fields, with the same limits.
 */
export interface LimitTree {
  readonly [field: string]: LimitTree | Limit;
}

export interface Limit {
  readonly entries?: number;
  readonly characters?: number;
  /** What holds for each entry. */
  readonly each?: LimitTree | Limit;
}

const HEADERS = { add: { entries: 16 }, set: { entries: 16 }, remove: { entries: 16 } };
const PATH = { replaceFullPath: { characters: 1024 }, replacePrefixMatch: { characters: 1024 } };
const FILTER = {
  requestHeaderModifier: HEADERS,
  responseHeaderModifier: HEADERS,
  requestRedirect: { hostname: { characters: 253 }, path: PATH },
  urlRewrite: { hostname: { characters: 253 }, path: PATH },
};
const FILTERS: Limit = { entries: 16, each: FILTER };

export const ROUTE_LIMITS: LimitTree = {
  hostnames: { entries: 16, each: { characters: 253 } },
  rules: {
    entries: 16,
    each: {
      matches: {
        entries: 64,
        each: {
          path: { value: { characters: 1024 } },
          headers: { entries: 16, each: { name: { characters: 256 }, value: { characters: 4096 } } },
          queryParams: { entries: 16, each: { name: { characters: 256 }, value: { characters: 1024 } } },
        },
      },
      filters: FILTERS,
      backendRefs: { entries: 16, each: { filters: FILTERS } },
    },
  },
};

/** Of all rules of one HTTPRoute together: a CEL rule of its CRD. */
export const MOST_MATCHES = 128;

/** A list with too many entries, or a text that is too long. */
export interface Excess {
  readonly at: string;
  readonly got: string;
  readonly expected: string;
}

export function addExcesses(value: unknown, tree: LimitTree | Limit, at: string, found: Excess[]): void {
  if (isLimit(tree)) addLimit(value, tree, at, found);
  else if (typeof value === 'object' && value !== null)
    for (const field of Object.keys(tree)) {
      const below = (value as Record<string, unknown>)[field];
      if (below !== undefined) addExcesses(below, tree[field], `${at}.${field}`, found);
    }
}

function addLimit(value: unknown, { entries, characters, each }: Limit, at: string, found: Excess[]): void {
  if (characters !== undefined && typeof value === 'string' && value.length > characters)
    found.push({ at, got: `${value.length} characters`, expected: `at most ${characters} characters` });
  if (!Array.isArray(value)) return;
  if (entries !== undefined && value.length > entries)
    found.push({ at, got: `${value.length} entries`, expected: `at most ${entries} entries` });
  if (each) for (const [i, entry] of value.entries()) addExcesses(entry, each, `${at}[${i}]`, found);
}

function isLimit(tree: LimitTree | Limit): tree is Limit {
  return typeof tree.entries === 'number' || typeof tree.characters === 'number';
}
