/** `spec` and `replicas` give `spec.replicas`; a key that is no plain word is quoted: `labels["app.kubernetes.io/name"]`. */
export function propertyPath(path: string, key: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
}

/** An element by its name where it has one that no other has, as Kubernetes' lists do, by its position elsewhere. */
export function elementPath(path: string, list: readonly unknown[], index: number): string {
  const name = nameOf(list[index]);
  const unique = name !== undefined && list.filter((element) => nameOf(element) === name).length === 1;
  return `${path}[${unique ? `name=${name}` : index}]`;
}

export function nameOf(element: unknown): string | undefined {
  if (typeof element !== 'object' || element === null || !('name' in element)) return undefined;
  return typeof element.name === 'string' ? element.name : undefined;
}
