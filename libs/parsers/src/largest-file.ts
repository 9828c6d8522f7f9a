/** Largest file that is read, in megabytes. */
export const LARGEST_FILE = 16;
