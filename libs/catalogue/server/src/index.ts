export { categoryOfCpv } from './cpv-category.ts';
export { invalidCodes } from './correct-mappings.ts';
export { ListCategories, type Category } from './list-categories.ts';
export { catalogue } from './room.ts';
