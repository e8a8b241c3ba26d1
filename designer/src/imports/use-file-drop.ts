import { useEffect, useRef, useState, type RefObject } from 'react';

/** Lets files be dropped on an element; says while one hovers over it. */
export function useFileDrop<Target extends HTMLElement>(
  onFiles: (files: FileList) => void,
): { target: RefObject<Target | null>; over: boolean } {
  const target = useRef<Target>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    const enter = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = () => setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) onFiles(event.dataTransfer.files);
    };
    element.addEventListener('dragover', enter);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', enter);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return { target, over };
}
