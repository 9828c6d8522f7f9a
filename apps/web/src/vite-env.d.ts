/// <reference types="vite/client" />

/** Where the build keeps what pdf.js fetches while it draws. */
declare const __PDF_RESOURCES__: string;
