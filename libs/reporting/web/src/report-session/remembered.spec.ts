import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { limits } from '@tallgrunn/values';
import { RememberedAnswers } from './remembered.ts';

it('fetches all stored answers, page by page', async () => {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(Session).begin(sessionView() as never);
  const answers = Array.from({ length: limits.rememberedAnswers.pageMax + 3 }, (_, index) => ({
    id: `r${index}`,
    kind: 'customer',
    subject: `${index}`,
    answer: { ours: true },
  }));
  const all = TestBed.inject(RememberedAnswers).of('d1');
  const answer = async (url: string, page: object[]) => {
    await new Promise((done) => setTimeout(done, 0));
    http.expectOne(url).flush(page);
  };
  await answer('/api/v1/obligations/d1/remembered-answers', answers.slice(0, -3));
  await answer(
    `/api/v1/obligations/d1/remembered-answers?after=r${limits.rememberedAnswers.pageMax - 1}`,
    answers.slice(-3),
  );
  expect((await all).map(({ id }) => id)).toEqual(answers.map(({ id }) => id));
  http.verify();
});
