/** Milliseconds of processor that this process has taken: on a loaded machine nothing takes more of it. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
