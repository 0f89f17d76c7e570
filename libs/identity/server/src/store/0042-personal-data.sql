-- Reset links go by retention and with their person.
grant delete on identity.password_reset to tallgrunn_app;
