import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject } from '@angular/core';
import { obligationsUpload, onBehalfUpload } from '@tallgrunn/api-client/calls';
import type { VersionIdDto } from '@tallgrunn/api-client/shapes';
import { filter, firstValueFrom, map, tap } from 'rxjs';
import type { OnBehalfDetails, CorrectionMode } from '../correction/correction-store.ts';
import type { CheckOptions, FileToSend } from '../checking/check-messages.ts';

/** Mode of correction and on-behalf details of an upload. */
export interface UploadOptions {
  readonly way: CorrectionMode | null;
  readonly behalf: OnBehalfDetails | null;
}

/**
 * Returns a function that uploads a file as a version and reports progress; the generated client cannot report
 * progress.
 */
export function uploader(): (
  obligationId: string,
  toSend: FileToSend,
  answers: Omit<CheckOptions, 'customers'>,
  options: UploadOptions,
  reportProgress: (sent: number, total: number) => void,
) => Promise<VersionIdDto> {
  const http = inject(HttpClient);
  return (obligationId, { file, cut }, answers, { way, behalf }, reportProgress) => {
    const form = new FormData();
    form.append(
      'answers',
      JSON.stringify({
        ...(answers.mapping.length > 0 && { mapping: answers.mapping }),
        ...(answers.patches.length > 0 && { patches: answers.patches }),
        ...(answers.settled && answers.settled.length > 0 && { settled: answers.settled }),
        ...(answers.together && { together: answers.together }),
      }),
    );
    form.append('cut', JSON.stringify(cut));
    if (way) form.append('way', way);
    if (behalf) form.append('behalf', JSON.stringify(behalf));
    form.append('file', file, file.name);
    const address = (behalf ? onBehalfUpload : obligationsUpload).PATH.replace(
      '{obligationId}',
      encodeURIComponent(obligationId),
    );
    return firstValueFrom(
      http.post<VersionIdDto>(address, form, { observe: 'events', reportProgress: true }).pipe(
        tap(
          (event) =>
            event.type === HttpEventType.UploadProgress && reportProgress(event.loaded, event.total ?? file.size),
        ),
        filter((event) => event.type === HttpEventType.Response),
        map((response) => response.body as VersionIdDto),
      ),
    );
  };
}
