import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv();

// jsdom draws nothing; axe asks for a canvas and is content without
HTMLCanvasElement.prototype.getContext = () => null;
