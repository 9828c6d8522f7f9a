/** What an answer of the platform was refused with: its code, else its status; `nothing` where it went through. */
export async function heardOf(response: Response): Promise<string> {
  const text = await response.text();
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  if (code !== undefined) return code;
  return response.status >= 400 ? String(response.status) : 'nothing';
}
