/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "tl-save.h"

#define NOBODY 65534
#define OLD_TEXT "the old content\n"
#define NEW_TEXT "the new content, which is a little longer\n"
#define STALE_NAME ".throughline-00112233aabbccdd.tmp"

typedef struct
{
  char *dir;
  char *path;
  GFile *file;
  GBytes *bytes;
  TlFileIdentity identity; /* of what was written last */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("throughline-save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "plan.throughline.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->bytes = g_bytes_new_static (NEW_TEXT, strlen (NEW_TEXT));
  g_assert_cmpint (g_chmod (fixture->dir, 0755), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, OLD_TEXT, -1, NULL));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
  g_object_unref (fixture->file);
  g_bytes_unref (fixture->bytes);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_no_recovery_copy (void)
{
  g_autofree char *dir = tl_save_dup_recovery_dir ();

  g_assert_cmpuint (count_entries (dir), ==, 0);
}

static struct stat
look_at (const char *path)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  return info;
}

static void
save_well (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = tl_save (fixture->file, fixture->bytes, NULL, &fixture->identity, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (saved);
  g_assert_true (fixture->identity.is_known);
}

static void
assert_save_fails (Fixture *fixture, const TlFileIdentity *expected, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  TlFileIdentity written = TL_FILE_IDENTITY_UNKNOWN;

  g_assert_false (tl_save (fixture->file, fixture->bytes, expected, &written, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_true (strstr (error->message, "plan") != NULL);
  g_assert_false (written.is_known);
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  TlFileIdentity found;
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;

  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  save_well (fixture);
  assert_content (fixture->path, NEW_TEXT);
  info = look_at (fixture->path);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_entries (fixture->dir), ==, 1);

  bytes = tl_file_read (fixture->file, &found, NULL, NULL);
  g_assert_true (tl_file_identity_has_content (&fixture->identity, &found));
  g_assert_true (tl_file_identity_has_stat (&fixture->identity, &info));
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (027);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  save_well (fixture);
  umask (mask);
  assert_content (fixture->path, NEW_TEXT);
  g_assert_cmpuint (look_at (fixture->path).st_mode & 07777, ==, 0640);
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("Only root may give a file away.");
      return;
    }
  g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 04750), ==, 0);
  save_well (fixture);
  assert_content (fixture->path, NEW_TEXT);
  g_assert_cmpuint (look_at (fixture->path).st_uid, ==, NOBODY);
  g_assert_cmpuint (look_at (fixture->path).st_gid, ==, NOBODY);
  g_assert_cmpuint (look_at (fixture->path).st_mode & 07777, ==, 04750);
}

static void
test_attributes (Fixture *fixture, gconstpointer data)
{
  char value[8] = "";

  if (setxattr (fixture->path, "user.colour", "blue", 4, 0) != 0)
    {
      g_test_skip ("The file system has no attributes.");
      return;
    }
  save_well (fixture);
  g_assert_cmpint (getxattr (fixture->path, "user.colour", value, sizeof value), ==, 4);
  g_assert_cmpstr (value, ==, "blue");
}

static void
test_symbolic_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->dir, "folder", NULL);
  g_autofree char *second = g_build_filename (folder, "second", NULL);
  g_autofree char *first = g_build_filename (fixture->dir, "first", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (symlink ("../plan.throughline.json", second), ==, 0);
  g_assert_cmpint (symlink (second, first), ==, 0);
  g_set_object (&fixture->file, NULL);
  fixture->file = g_file_new_for_path (first);
  save_well (fixture);
  g_assert_true (S_ISLNK (look_at (first).st_mode));
  g_assert_true (S_ISLNK (look_at (second).st_mode));
  g_assert_true (S_ISREG (look_at (fixture->path).st_mode));
  assert_content (fixture->path, NEW_TEXT);
}

static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->dir, "target", NULL);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("target", fixture->path), ==, 0);
  save_well (fixture);
  g_assert_true (S_ISLNK (look_at (fixture->path).st_mode));
  assert_content (target, NEW_TEXT);
}

static void
test_circle_of_links (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("plan.throughline.json", fixture->path), ==, 0);
  assert_save_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->dir, "other", NULL);
  struct stat before = look_at (fixture->path);

  g_assert_cmpint (link (fixture->path, other), ==, 0);
  save_well (fixture);
  assert_content (fixture->path, NEW_TEXT);
  assert_content (other, NEW_TEXT);
  g_assert_cmpuint (look_at (fixture->path).st_ino, ==, before.st_ino);
  assert_no_recovery_copy ();

  /* A shorter text leaves nothing of the longer one. */
  g_bytes_unref (fixture->bytes);
  fixture->bytes = g_bytes_new_static ("short\n", 6);
  save_well (fixture);
  assert_content (other, "short\n");
}

/* Runs as a user for whom permissions count. */
static gboolean
become_nobody (void)
{
  if (geteuid () != 0)
    return TRUE;
  return setegid (NOBODY) == 0 && seteuid (NOBODY) == 0;
}

static void
become_root (void)
{
  if (getuid () == 0)
    {
      g_assert_cmpint (seteuid (0), ==, 0);
      g_assert_cmpint (setegid (0), ==, 0);
    }
}

static void
give_away (const char *path)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
}

static void
test_unwritable_folder (Fixture *fixture, gconstpointer data)
{
  struct stat before = look_at (fixture->path);

  give_away (fixture->path);
  g_assert_cmpint (g_chmod (fixture->dir, 0555), ==, 0);
  g_assert_true (become_nobody ());
  save_well (fixture);
  become_root ();
  g_assert_cmpint (g_chmod (fixture->dir, 0755), ==, 0);
  assert_content (fixture->path, NEW_TEXT);
  g_assert_cmpuint (look_at (fixture->path).st_ino, ==, before.st_ino);
  assert_no_recovery_copy ();
}

static void
test_file_of_another_user (Fixture *fixture, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("Only root has files that are another's.");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->dir, 01777), ==, 0);
  g_assert_true (become_nobody ());
  save_well (fixture);
  become_root ();
  assert_content (fixture->path, NEW_TEXT);
  g_assert_cmpuint (look_at (fixture->path).st_uid, ==, 0);
  g_assert_cmpuint (count_entries (fixture->dir), ==, 1);
}

static void
test_write_protected (Fixture *fixture, gconstpointer data)
{
  give_away (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  give_away (fixture->dir);
  g_assert_true (become_nobody ());
  assert_save_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  become_root ();
  assert_content (fixture->path, OLD_TEXT);
}

static void
test_new_file_in_unwritable_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_chmod (fixture->dir, 0555), ==, 0);
  g_assert_true (become_nobody ());
  assert_save_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  become_root ();
  g_assert_cmpint (g_chmod (fixture->dir, 0755), ==, 0);
  g_assert_cmpuint (count_entries (fixture->dir), ==, 0);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0755), ==, 0);
  assert_save_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_assert_cmpint (mkfifo (fixture->path, 0644), ==, 0);
  assert_save_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_true (S_ISFIFO (look_at (fixture->path).st_mode));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "none", "plan.json", NULL);

  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (path);
  assert_save_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TlFileIdentity written = TL_FILE_IDENTITY_UNKNOWN;

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_save (fixture->file, fixture->bytes, NULL, &written, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (written.is_known);
  assert_content (fixture->path, OLD_TEXT);
  g_assert_cmpuint (count_entries (fixture->dir), ==, 1);
}

static void
set_age (const char *path, gint64 seconds)
{
  struct timespec times[2] = { 0 };

  times[0].tv_sec = times[1].tv_sec = (time_t) (g_get_real_time () / G_USEC_PER_SEC - seconds);
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_stale_temps (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 age; /* seconds */
    gboolean is_kept;
  } cases[] = {
    { STALE_NAME, 48 * 3600, FALSE },
    { ".throughline-0123456789abcdef.tmp", 23 * 3600, TRUE },
    { ".throughline-0123456789abcdef.txt", 48 * 3600, TRUE },
    { "throughline-0123456789abcdef.tmp", 48 * 3600, TRUE },
    { ".goutputstream-ABCDEF", 48 * 3600, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->dir, cases[i].name, NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
      set_age (path, cases[i].age);
    }
  save_well (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->dir, cases[i].name, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == cases[i].is_kept);
    }
}

static TlFileIdentity
identify (Fixture *fixture)
{
  TlFileIdentity identity;
  g_autoptr (GBytes) bytes = tl_file_read (fixture->file, &identity, NULL, NULL);

  g_assert_nonnull (bytes);
  return identity;
}

/* Size and time of change stay the same, and still it is seen. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  TlFileIdentity expected = identify (fixture);
  struct stat before = look_at (fixture->path);
  struct timespec times[2] = { before.st_atim, before.st_mtim };
  g_autofree char *other = g_ascii_strup (OLD_TEXT, -1);
  int descriptor = open (fixture->path, O_WRONLY);

  g_assert_cmpint (write (descriptor, other, strlen (other)), ==, (gssize) strlen (other));
  close (descriptor);
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);

  assert_save_fails (fixture, &expected, TL_SAVE_ERROR, TL_SAVE_ERROR_CONFLICT);
  assert_content (fixture->path, other);
  save_well (fixture); /* expects nothing */
  assert_content (fixture->path, NEW_TEXT);
}

static void
test_no_conflict (Fixture *fixture, gconstpointer data)
{
  TlFileIdentity expected = identify (fixture);
  TlFileIdentity written = TL_FILE_IDENTITY_UNKNOWN;

  /* Another file with the same content. */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, OLD_TEXT, -1, NULL));
  g_assert_true (tl_save (fixture->file, fixture->bytes, &expected, &written, NULL, NULL));
  assert_content (fixture->path, NEW_TEXT);

  /* What was written is what is expected next. */
  g_assert_true (tl_save (fixture->file, fixture->bytes, &written, &written, NULL, NULL));

  /* No file: it comes back. */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (tl_save (fixture->file, fixture->bytes, &expected, &written, NULL, NULL));
  assert_content (fixture->path, NEW_TEXT);
}

/* A file cannot grow beyond the limit, which is how a full disk looks when it fills up half way. */
static void
assert_survives_limit (Fixture *fixture)
{
  struct rlimit before, limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 20;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_save_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_content (fixture->path, OLD_TEXT);
  assert_no_recovery_copy ();
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  assert_survives_limit (fixture);
  g_assert_cmpuint (count_entries (fixture->dir), ==, 1);
}

static void
test_limit_in_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->dir, "other", NULL);

  g_assert_cmpint (link (fixture->path, other), ==, 0);
  assert_survives_limit (fixture);
  g_assert_cmpuint (count_entries (fixture->dir), ==, 2);
}

/* In a name space of its own, so that the disk vanishes with the process. */
static gboolean
mount_small_disk (const char *path)
{
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("none", path, "tmpfs", 0, "size=64k") == 0;
}

static void
test_full_disk_subprocess (void)
{
  g_autofree char *big = g_strnfill (128 * 1024, 'x');
  Fixture fixture;
  gboolean is_linked;

  for (is_linked = FALSE; is_linked <= TRUE; is_linked++)
    {
      set_up (&fixture, NULL);
      if (!mount_small_disk (fixture.dir))
        {
          g_printerr ("no mount\n");
          tear_down (&fixture, NULL);
          return;
        }
      g_assert_true (g_file_set_contents (fixture.path, OLD_TEXT, -1, NULL));
      if (is_linked)
        {
          g_autofree char *other = g_build_filename (fixture.dir, "other", NULL);
          g_assert_cmpint (link (fixture.path, other), ==, 0);
        }
      g_bytes_unref (fixture.bytes);
      fixture.bytes = g_bytes_new (big, 128 * 1024);
      assert_save_fails (&fixture, NULL, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      assert_content (fixture.path, OLD_TEXT);
      g_assert_cmpuint (count_entries (fixture.dir), ==, is_linked ? 2 : 1);
      assert_no_recovery_copy ();
      g_assert_cmpint (umount (fixture.dir), ==, 0);
      tear_down (&fixture, NULL);
    }
}

static void
test_full_disk (void)
{
  if (geteuid () != 0)
    {
      g_test_skip ("Only root may mount a small disk.");
      return;
    }
  g_test_trap_subprocess ("/save/full-disk/subprocess", 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_stream (Fixture *fixture, gconstpointer data)
{
  TlFileIdentity expected = identify (fixture);
  TlFileIdentity written = TL_FILE_IDENTITY_UNKNOWN;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_save_stream (fixture->file, fixture->bytes, &expected, &written, NULL, NULL));
  assert_content (fixture->path, NEW_TEXT);
  g_assert_false (
      tl_save_stream (fixture->file, fixture->bytes, &expected, &written, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, OLD_TEXT, -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (
      tl_save_stream (fixture->file, fixture->bytes, NULL, &written, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, OLD_TEXT);
}

#define ADD(name, test) g_test_add ("/save/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("throughline-state-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_assert_cmpint (g_chmod (state, 0777), ==, 0);
  g_test_init (&argc, &argv, NULL);
  ADD ("plain", test_plain);
  ADD ("new-file", test_new_file);
  ADD ("owner", test_owner);
  ADD ("attributes", test_attributes);
  ADD ("symbolic-link", test_symbolic_link);
  ADD ("dangling-link", test_dangling_link);
  ADD ("circle-of-links", test_circle_of_links);
  /* Before root makes the folder of copies, or nobody else may use it. */
  ADD ("unwritable-folder", test_unwritable_folder);
  ADD ("file-of-another-user", test_file_of_another_user);
  ADD ("hard-link", test_hard_link);
  ADD ("write-protected", test_write_protected);
  ADD ("new-file-in-unwritable-folder", test_new_file_in_unwritable_folder);
  ADD ("no-file", test_no_file);
  ADD ("no-folder", test_no_folder);
  ADD ("cancelled", test_cancelled);
  ADD ("stale-temps", test_stale_temps);
  ADD ("conflict", test_conflict);
  ADD ("no-conflict", test_no_conflict);
  ADD ("limit", test_limit);
  ADD ("limit-in-place", test_limit_in_place);
  g_test_add_func ("/save/full-disk", test_full_disk);
  g_test_add_func ("/save/full-disk/subprocess", test_full_disk_subprocess);
  ADD ("stream", test_stream);
  status = g_test_run ();
  remove_tree (state);
  return status;
}
