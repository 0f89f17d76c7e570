import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';

/** Returns a function that saves bytes as a download. */
export function fileSaver(): (bytes: Blob, name: string) => void {
  const document = inject(DOCUMENT);
  return (bytes, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(bytes);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
}
