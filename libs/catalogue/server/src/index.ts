export { ListCategories, type Category } from './list-categories.ts';
export { catalogue } from './room.ts';
