/** What a button does. */
export const actShapes = {
  arrow: (
    <>
      <path d="M3 8h9.6M9 4l4 4-4 4" />
    </>
  ),
  back: (
    <>
      <path d="M13 8H3.4M7 4 3 8l4 4" />
    </>
  ),
  check: (
    <>
      <path d="M3 8.6 6.3 12 13 4.6" />
    </>
  ),
  'chevron-down': (
    <>
      <path d="m4 6 4 4 4-4" />
    </>
  ),
  'chevron-right': (
    <>
      <path d="m6 4 4 4-4 4" />
    </>
  ),
  'chevron-up': (
    <>
      <path d="m4 10 4-4 4 4" />
    </>
  ),
  close: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  columns: (
    <>
      <rect x="2.2" y="3" width="11.6" height="10" rx="1.4" />
      <path d="M6.2 3v10M10 3v10" />
    </>
  ),
  copy: (
    <>
      <rect x="5.4" y="5.4" width="8" height="8" rx="1.4" />
      <path d="M10.6 5.2V3.8c0-.7-.5-1.2-1.2-1.2H3.8c-.7 0-1.2.5-1.2 1.2v5.6c0 .7.5 1.2 1.2 1.2h1.4" />
    </>
  ),
  edit: (
    <>
      <path d="M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3Z" />
    </>
  ),
  'fast-forward': (
    <>
      <path d="M2.4 4v8l5.4-4ZM8.2 4v8l5.4-4Z" />
    </>
  ),
  filter: (
    <>
      <path d="M2.4 4.2h11.2M4.6 8h6.8M6.6 11.8h2.8" />
    </>
  ),
  fit: (
    <>
      <path d="M2.6 5.6v-3h3M10.4 2.6h3v3M13.4 10.4v3h-3M5.6 13.4h-3v-3" />
    </>
  ),
  magic: (
    <>
      <path d="M2.6 3.2h4v3h-4ZM9.4 9.8h4v3h-4ZM9.4 3.2h4v3h-4ZM2.6 9.8h4v3h-4Z" />
    </>
  ),
  minus: (
    <>
      <path d="M3 8h10" />
    </>
  ),
  more: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="3.4" cy="8" r="1.25" />
        <circle cx="8" cy="8" r="1.25" />
        <circle cx="12.6" cy="8" r="1.25" />
      </g>
    </>
  ),
  move: (
    <>
      <path d="M2.6 3.4v9.2M5 8h8.4M10.4 5l3 3-3 3" />
    </>
  ),
  outline: (
    <>
      <path d="M2.4 3.4h6M5.4 8h7M8 12.6h5.6M2.6 3.4v4.6h2.8M5.6 8v4.6H8" />
    </>
  ),
  pause: (
    <>
      <path d="M5.8 3.6v8.8M10.2 3.6v8.8" />
    </>
  ),
  play: (
    <>
      <path d="M4.6 3v10l8-5Z" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3v10M3 8h10" />
    </>
  ),
  pointer: (
    <>
      <path d="M4 2.6 12.6 7 8.8 8.4 7 12.4Z" />
    </>
  ),
  print: (
    <>
      <path d="M4.6 6V2.4h6.8V6M4.6 11H2.4V6h11.2v5h-2.2M4.6 9.4h6.8v4.2H4.6Z" />
    </>
  ),
  redo: (
    <>
      <path d="m10.6 2.8 3 3-3 3M13.4 5.8H6.5a3.9 3.9 0 0 0 0 7.7H10" />
    </>
  ),
  relate: (
    <>
      <circle cx="3.6" cy="8" r="1.8" />
      <circle cx="12.4" cy="8" r="1.8" />
      <path d="M5.4 8h5.2" />
    </>
  ),
  retry: (
    <>
      <path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 2.4v2.8h-2.8" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.4 10.4 13.8 13.8" />
    </>
  ),
  'sign-out': (
    <>
      <path d="M6.4 2.8H3.2v10.4h3.2M6.8 8h6.4M10.6 5.2 13.4 8l-2.8 2.8" />
    </>
  ),
  sort: (
    <>
      <path d="M5 3v10M2.6 10.6 5 13l2.4-2.4M11 13V3M8.6 5.4 11 3l2.4 2.4" />
    </>
  ),
  stop: (
    <>
      <rect x="3.8" y="3.8" width="8.4" height="8.4" rx="1.2" />
    </>
  ),
  trash: (
    <>
      <path d="M2.8 4.4h10.4M6 4.4V2.6h4v1.8M4.2 4.4l.6 9h6.4l.6-9M6.8 7v3.8M9.2 7v3.8" />
    </>
  ),
  undo: (
    <>
      <path d="M5.4 2.8 2.4 5.8l3 3M2.6 5.8h6.9a3.9 3.9 0 0 1 0 7.7H6" />
    </>
  ),
  upload: (
    <>
      <path d="M8 9.8V2.4M5 5.2l3-3 3 3M2.4 10.8v2.8h11.2v-2.8" />
    </>
  ),
  eye: (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  'eye-off': (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8ZM3 13 13 3" />
    </>
  ),
} as const;
