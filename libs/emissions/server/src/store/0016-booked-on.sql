-- The day that the line of a part is booked on, where its goods were delivered on another: what weighs goes by the day of the goods, what is summed by month and year by the books'.
alter table emissions.result add column booked_on date;
