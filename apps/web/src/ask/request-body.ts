/** JSON, or a multipart request (operations, map, files) as soon as a file is among the variables. */
export function requestBody(
  query: string,
  variables: unknown,
): { readonly body: string | FormData; readonly headers: Readonly<Record<string, string>> } {
  const files: { readonly path: string; readonly file: File }[] = [];
  const plain = withoutFiles(variables, 'variables', files);
  const operations = JSON.stringify({ query, variables: plain });
  if (files.length === 0) return { body: operations, headers: { 'content-type': 'application/json' } };
  const form = new FormData();
  form.append('operations', operations);
  form.append('map', JSON.stringify(Object.fromEntries(files.map(({ path }, at) => [at, [path]]))));
  files.forEach(({ file }, at) => form.append(String(at), file, file.name));
  return { body: form, headers: {} };
}

function withoutFiles(value: unknown, path: string, files: { readonly path: string; readonly file: File }[]): unknown {
  if (value instanceof File) {
    files.push({ path, file: value });
    return null;
  }
  if (Array.isArray(value)) return value.map((item, at) => withoutFiles(item, `${path}.${at}`, files));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutFiles(item, `${path}.${key}`, files)]));
}
