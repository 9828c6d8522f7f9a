/** A project as Nx sees it, and the projects it imports. */
export interface Project {
  readonly name: string;
  readonly says: string;
  readonly isApp: boolean;
  readonly uses: readonly string[];
}

/** In pixels. */
export interface ProjectBox extends Project {
  readonly x: number;
  readonly y: number;
  readonly layer: number;
}

export interface Arrow {
  readonly from: ProjectBox;
  readonly to: ProjectBox;
  start: number;
  end: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly ProjectBox[];
  readonly arrows: readonly Arrow[];
}

export interface NxGraph {
  readonly nodes: Readonly<Record<string, { readonly data: { readonly root: string } }>>;
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}
